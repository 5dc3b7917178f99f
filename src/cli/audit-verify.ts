import type pg from 'pg'
import { OperatorError } from '../kernel/errors.ts'
import { type Finding, type Verdict, verifyLog } from '../platform/audit/index.ts'
import { readWholeTables } from '../platform/backup/index.ts'
import { onItsDatabase } from '../platform/run/index.ts'
import { count, say } from './say.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

const LOGS = [
  { log: 'audit', name: 'The log of the open half', option: 'seal' },
  { log: 'vault_audit', name: 'The log of the closed half', option: 'vault-seal' },
] as const

type Expected = Partial<Record<(typeof LOGS)[number]['option'], string>>

export async function command(words: readonly string[]): Promise<void> {
  const { values } = readWords(words, { seal: { type: 'string' }, 'vault-seal': { type: 'string' } })
  const reports = await withInstallation(({ adminUrl }) =>
    onItsDatabase(adminUrl, (client) => verifyBoth(client, values)),
  )
  for (const { name, verdict } of reports) say(report(name, verdict))
  const found = reports.reduce((sum, { verdict }) => sum + verdict.findings.length, 0)
  if (found > 0) throw new OperatorError(`The logs are not as they were sealed: ${count(found, 'finding')}.`)
}

async function verifyBoth(client: pg.Client, expected: Expected) {
  await client.query('begin isolation level repeatable read, read only')
  await readWholeTables(client)
  const reports: { name: string; verdict: Verdict }[] = []
  for (const { log, name, option } of LOGS)
    reports.push({ name, verdict: await verifyLog(client, log, expected[option]) })
  await client.query('commit')
  return reports
}

function report(name: string, { findings, seals, entries, unsealed, latest }: Verdict): string {
  const tail = unsealed === 0 ? 'none' : count(unsealed, 'row')
  return [
    `${name}: ${findings.length === 0 ? 'nothing was changed' : 'CHANGED'}.`,
    `  ${count(entries, 'row')} under ${count(seals, 'seal')}; not sealed yet: ${tail}.`,
    ...(latest ? [`  Latest seal: ${latest.hash} of ${latest.sealedAt}`] : []),
    ...findings.map((finding) => `  ${place(finding)}: ${finding.what}`),
  ].join('\n')
}

const place = ({ seal, entry }: Finding): string =>
  [seal && `seal ${seal}`, entry && `row ${entry}`].filter(Boolean).join(', ') || 'whole log'
