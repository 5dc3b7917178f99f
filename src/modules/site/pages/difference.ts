import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff'

/** A run of text that stayed, was added or was taken away. */
export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

// Two texts with nothing in common are the slow case: by then a list of lines says as much.
const PATIENCE_MS = 200

/** What became of a text, word by word; line by line when that would take too long. */
export function difference(before: string, after: string): readonly Change[] {
  const words = diffWordsWithSpace(before, after, { timeout: PATIENCE_MS })
  return (words ?? diffLines(before, after)).map(changeOf)
}

const changeOf = ({ added, removed, value }: ChangeObject<string>): Change => ({
  kind: added ? 'added' : removed ? 'removed' : 'same',
  text: value,
})
