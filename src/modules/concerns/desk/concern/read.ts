import type { Tx } from '../../../../platform/db/index.ts'
import { ConcernContent } from '../../content.ts'
import type { OpenVault } from '../../crypto/open-vault.ts'
import type { Officer } from '../vault/desk-routes.ts'
import type { Act, Concern, DecisionShown, HandoverShown, Said, ToldShown } from './domain.ts'
import { listFile, type SealedFile } from './file-store.ts'
import { readSealed } from './store.ts'

/** A concern with all that hangs on it, opened. */
export type ConcernFile = {
  readonly concern: Concern
  /** Undefined when it is damaged, or was sealed before this officer's keys begin. */
  readonly content: ConcernContent | undefined
  readonly messages: readonly (Said & { readonly fromResident: boolean })[]
  readonly notes: readonly Said[]
  readonly decisions: readonly DecisionShown[]
  readonly handovers: readonly HandoverShown[]
  readonly told: readonly ToldShown[]
  readonly withdrawals: readonly Said[]
  readonly acts: readonly Act[]
}

export const UNREADABLE = 'This part cannot be opened with your keys.'

/** Reads a whole concern. The log says that this officer read it. */
export async function readFile(tx: Tx, { person, vault }: Officer, id: string): Promise<ConcernFile> {
  const [{ concern, body }, file] = await Promise.all([readSealed(tx, person, id), listFile(tx, id)])
  const content = await vault.openJson(body, (json) => ConcernContent.parse(json)).catch(() => undefined)
  return { concern, content, ...(await openFile(vault, file)) }
}

async function openFile(
  vault: OpenVault,
  file: SealedFile,
): Promise<Omit<ConcernFile, 'concern' | 'content'>> {
  const open = (body: Buffer) => openText(vault, body)
  const said = <T extends { body: Buffer }>(list: readonly T[]) =>
    Promise.all(list.map(async ({ body, ...rest }) => ({ ...rest, text: await open(body) })))
  return {
    messages: await said(file.messages),
    notes: await said(file.notes),
    told: await said(file.told),
    withdrawals: await said(file.withdrawals),
    decisions: await Promise.all(
      file.decisions.map(async (one) => ({ ...one, reason: await open(one.reason) })),
    ),
    handovers: await Promise.all(file.handovers.map((one) => openHandover(vault, one))),
    acts: file.acts,
  }
}

async function openHandover(vault: OpenVault, one: SealedFile['handovers'][number]): Promise<HandoverShown> {
  const { urgentReason, note, ...rest } = one
  return {
    ...rest,
    urgentReason: urgentReason ? await openText(vault, urgentReason) : undefined,
    note: note ? await openText(vault, note) : undefined,
  }
}

/** One damaged part does not hide the rest. */
export const openText = (vault: OpenVault, body: Buffer): Promise<string> =>
  vault.open(body).catch(() => UNREADABLE)
