import type { Passwords } from '../src/platform/db/index.ts'

/** The throw-away server listens on a private socket only. */
export const TEST_PASSWORDS: Passwords = {
  public: 'test',
  partner: 'test',
  staff: 'test',
  vault: 'test',
  jobs: 'test',
  vault_jobs: 'test',
}
