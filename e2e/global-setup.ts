import type { TestProject } from 'vitest/node'
import { type Account, startKith } from './kith.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    url: string
    data: string
    accounts: readonly Account[]
  }
}

/** One demonstration for all journeys. Tests that stop or kill things start a Kith of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kith = await startKith()
  project.provide('url', kith.url)
  project.provide('data', kith.data)
  project.provide('accounts', kith.accounts)
  return () => kith.stop()
}
