/** What the load generator is asked to do: the same request again and again, or each body of a file once. */
export type Job = {
  readonly port: number
  readonly connections: number
  /** Ends at whichever comes first. */
  readonly seconds: number
  readonly most?: number
  /** Everything up to the body: request line and headers, without the last empty line. */
  readonly head: string
  /** A file with one body a line, and where in it to start; none for a GET. */
  readonly bodies?: { readonly path: string; readonly from: number; readonly count: number }
  /** The only status that counts; anything else makes the measurement worthless. */
  readonly status: number
}

export type Outcome = {
  readonly done: number
  readonly seconds: number
  /** Milliseconds of each request, in the order in which they ended. */
  readonly median: number
  readonly p95: number
  /** Other statuses, by how often. */
  readonly wrong: Readonly<Record<string, number>>
  /** How much of one core the generator itself took: near 1, it was what was measured. */
  readonly busy: number
}

export type Answer = { readonly outcome: Outcome } | { readonly error: string }
