/** One whole response: its status, and how many bytes it took. */
export type Response = { readonly status: number; readonly bytes: number }

const END_OF_HEAD = '\r\n\r\n'

/**
 * Reads HTTP/1.1 responses off one connection that has one request under way at a time. Far cheaper than Node's own
 * client, which would cost as much as the server that is being measured.
 */
export function responseReader(onResponse: (response: Response) => void): (chunk: Buffer) => void {
  let head: Buffer | undefined
  let missing = 0
  let taken = 0
  let status = 0
  return (chunk) => {
    if (missing === 0) {
      const all = head ? Buffer.concat([head, chunk]) : chunk
      const end = all.indexOf(END_OF_HEAD)
      if (end < 0) {
        head = all
        return
      }
      head = undefined
      const read = readHead(all.toString('latin1', 0, end))
      status = read.status
      taken = end + END_OF_HEAD.length + read.length
      missing = taken - all.length
    } else missing -= chunk.length
    if (missing < 0) throw new Error('more came than the response said')
    if (missing === 0) onResponse({ status, bytes: taken })
  }
}

function readHead(text: string): { status: number; length: number } {
  const status = Number(text.slice(9, 12))
  if (status === 304 || status === 204) return { status, length: 0 }
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(text) ?? []
  if (length === undefined) throw new Error(`a response of ${status} that does not say how long it is`)
  return { status, length: Number(length) }
}
