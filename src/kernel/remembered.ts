/**
 * A pure function that remembers its answers, at most so many: it then forgets them all and begins anew. For what is
 * slow, asked again and again, and about nobody: calendars and clocks.
 */
export function remembered<K extends string | number, V>(most: number, fn: (of: K) => V): (of: K) => V {
  const known = new Map<K, V>()
  return (of) => {
    const found = known.get(of)
    if (found !== undefined) return found
    const answer = fn(of)
    if (known.size >= most) known.clear()
    known.set(of, answer)
    return answer
  }
}
