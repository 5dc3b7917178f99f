import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Account, startKith } from './kith.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    url: string
    data: string
    accounts: readonly Account[]
    /** A folder where test files leave word for each other: codes spent, sessions open. */
    notes: string
  }
}

/** One demonstration for all journeys. Tests that stop or kill things start a Kith of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kith = await startKith()
  project.provide('url', kith.url)
  project.provide('data', kith.data)
  project.provide('accounts', kith.accounts)
  const notes = await mkdtemp(join(tmpdir(), 'kith-e2e-notes-'))
  project.provide('notes', notes)
  return async () => {
    await kith.stop()
    await rm(notes, { recursive: true })
  }
}
