import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import { AuthoritySettings } from '../../../platform/authority.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { SettingsInput } from './forms.ts'
import { writeSettings } from './store.ts'

export type Current = { readonly settings: AuthoritySettings; readonly version: number }

/** Saves the council's details. The log names which changed. */
export async function saveSettings(
  tx: Tx,
  editor: Person,
  current: Current,
  { version, ...input }: SettingsInput,
  now: Instant,
): Promise<Result<true>> {
  const stale = err({
    '': 'Somebody else has changed these details since you opened them. Theirs are shown below',
  })
  if (version !== current.version) return stale
  const filled = Object.entries(input).filter(([, value]) => value !== '')
  // whether this is a demonstration is not for a form to say
  const settings = AuthoritySettings.parse({
    ...Object.fromEntries(filled),
    demonstration: current.settings.demonstration,
  })
  if (!(await writeSettings(tx, settings, version, now))) return stale
  await audit(tx, editor, 'authority.changed', undefined, { changed: changed(current.settings, settings) })
  return ok(true)
}

const changed = (before: AuthoritySettings, after: AuthoritySettings): readonly string[] =>
  (Object.keys(AuthoritySettings.shape) as (keyof AuthoritySettings)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
