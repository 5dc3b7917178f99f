/** Middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)]
  const lower = sorted[Math.ceil(half) - 1]
  if (upper === undefined || lower === undefined) throw new Error('a median of nothing')
  return (lower + upper) / 2
}

export type Compared = {
  readonly ours: number
  readonly theirs: number
  /** Of each round, so that what the machine was doing meanwhile weighs on both sides alike. */
  readonly ratio: number
  /** Furthest that a round's ratio was from the median, as a share of it: the noise. */
  readonly noise: number
}

/** Measures two things in turn, A B A B, after rounds that only warm up: ours, which has more code to compile, twice. */
export async function interleave(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Compared> {
  await ours()
  await ours()
  await theirs()
  const pairs: [number, number][] = []
  for (let round = 0; round < rounds; round++) pairs.push([await ours(), await theirs()])
  const ratios = pairs.map(([a, b]) => a / b)
  const ratio = median(ratios)
  const noise = Math.max(...ratios.map((one) => Math.abs(one / ratio - 1)))
  return { ours: median(pairs.map(([a]) => a)), theirs: median(pairs.map(([, b]) => b)), ratio, noise }
}
