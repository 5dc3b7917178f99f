import type { Person } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { slotNames } from '../markdown/index.ts'
import { readDate } from '../pages/schedule.ts'
import type { FigureInput } from './forms.ts'
import { deleteFigure, insertFigure, textsInUse, updateFigure } from './store.ts'

/** Adds a quoted figure, or changes the one of that name. */
export async function saveFigure(
  tx: Tx,
  editor: Person,
  existing: string | undefined,
  input: FigureInput,
  now: Instant,
): Promise<Result<true>> {
  const { day, month, year, version, ...rest } = input
  const date = readDate({ day, month, year })
  if (!date) return err({ day: 'Enter the date of the document, like 24 1 2019' })
  const figure = { ...rest, date, name: existing ?? rest.name }
  if (existing === undefined) {
    if (!(await insertFigure(tx, figure))) return err({ name: 'There is a figure with this name already' })
  } else if (!(await updateFigure(tx, figure, version, editor.id, now)))
    return err({ '': 'Somebody else has changed this figure since you opened it. Check it and save again' })
  await audit(tx, editor, existing === undefined ? 'figure.added' : 'figure.changed', figure.name)
  return ok(true)
}

/** Takes a figure away, unless a page shows it or is about to. */
export async function removeFigure(tx: Tx, editor: Person, name: string): Promise<Result<true>> {
  const user = (await textsInUse(tx)).find(({ body }) => slotNames(body).includes(`figure:${name}`))
  if (user) return err({ '': `The page “${user.title}” uses this figure, so it cannot be removed` })
  if (!(await deleteFigure(tx, name))) return err({ '': 'This figure is gone already' })
  await audit(tx, editor, 'figure.removed', name)
  return ok(true)
}
