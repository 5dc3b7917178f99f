/** One concern that somebody tried to send. Each carries its number in its own words, so that it can be told apart. */
export type Sent = { readonly number: number; readonly receipt: string; acknowledged: boolean }

export type Count = {
  readonly acknowledged: number
  /** Sent, and never answered: may have arrived or not. */
  readonly unanswered: number
  readonly stored: number
  /** Acknowledged and not there. */
  readonly lost: readonly number[]
  /** There more than once, acknowledged or not. */
  readonly doubled: readonly number[]
  /** There, and sent by nobody. */
  readonly strange: readonly number[]
}

/** Compares what was sent with the numbers of what is stored. */
export function count(sent: readonly Sent[], stored: readonly number[]): Count {
  const times = new Map<number, number>()
  for (const number of stored) times.set(number, (times.get(number) ?? 0) + 1)
  const known = new Set(sent.map(({ number }) => number))
  const acknowledged = sent.filter((one) => one.acknowledged)
  return {
    acknowledged: acknowledged.length,
    unanswered: sent.length - acknowledged.length,
    stored: stored.length,
    lost: acknowledged.map(({ number }) => number).filter((number) => !times.has(number)),
    doubled: [...times].filter(([, often]) => often > 1).map(([number]) => number),
    strange: [...times.keys()].filter((number) => !known.has(number)),
  }
}
