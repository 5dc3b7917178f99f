import type { TestProject } from 'vitest/node'
import { openTestServer } from './server.ts'
import { makeTemplate } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's address on the throw-away server. */
    adminUrl: string
  }
}

/** One throw-away server a run, with one migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer()
  await makeTemplate(server.url)
  project.provide('adminUrl', server.url)
  return () => server.stop()
}
