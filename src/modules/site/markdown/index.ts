/** Pages' text: Markdown, and the slots in it. */
export { Markdown } from './Markdown.tsx'
export { parseMarkdown, slotNames } from './parse.ts'
export { type Fill, type ShownFigure, SlotText, Telephone } from './SlotText.tsx'
