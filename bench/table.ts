/** One line of the table. A ratio is better the higher it is, whatever was measured. */
export type Row = {
  readonly name: string
  readonly ours: string
  readonly against: string
  readonly ratio: number
  /** Smallest ratio that the design asks for; none where it only tells. */
  readonly limit?: number
  /** How far the rounds were apart, as a share. */
  readonly noise?: number
  /** What a reader must know to read the ratio right. */
  readonly note?: string
}
export type Failed = { readonly name: string; readonly problem: string }
export type Line = Row | Failed

export const isFailed = (line: Line): line is Failed => 'problem' in line

const HEADINGS = ['What', 'Kith', 'Against', 'Ratio', 'Limit', 'Noise', '']

/** The table as text, then the notes. */
export function tableText(lines: readonly Line[]): string {
  const cells = [HEADINGS, ...lines.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const text = cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const notes = lines.flatMap((line) => (!isFailed(line) && line.note ? [`${line.name}: ${line.note}`] : []))
  return [text[0], (text[0] ?? '').replace(/./g, '-'), ...text.slice(1), '', ...notes].join('\n')
}

function cellsOf(line: Line): string[] {
  if (isFailed(line)) return [line.name, 'could not be measured:', line.problem, '', '', '', '']
  const { name, ours, against, ratio, limit, noise } = line
  return [
    name,
    ours,
    against,
    ratio.toFixed(2),
    limit === undefined ? '' : limit.toFixed(2),
    noise === undefined ? '' : `±${Math.round(noise * 100)}%`,
    verdict(ratio, limit),
  ]
}

const verdict = (ratio: number, limit: number | undefined): string =>
  limit === undefined ? '' : ratio >= limit ? 'meets its limit' : 'BELOW ITS LIMIT'
