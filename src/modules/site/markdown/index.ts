/** Pages' text: Markdown, and the slots in it. */
export { Markdown } from './Markdown.tsx'
export { slotNames } from './parse.ts'
export type { Fill, ShownFigure } from './SlotText.tsx'
