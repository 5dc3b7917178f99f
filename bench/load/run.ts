import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import type { Job, Outcome } from './job.ts'
import { responseReader } from './wire.ts'

/** Sends what a job says over keep-alive connections, one request under way on each. Rejects when one breaks. */
export async function runJob(job: Job): Promise<Outcome> {
  const next = await requestsOf(job)
  const sockets = await Promise.all(Array.from({ length: job.connections }, () => open(job.port)))
  const tally: Tally = { times: [], wrong: {} }
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + job.seconds * 1000
  try {
    await Promise.all(sockets.map((socket) => converse(socket, { next, until, status: job.status }, tally)))
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const sorted = tally.times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return {
    ...{ done: sorted.length, seconds, median: at(0.5), p95: at(0.95), wrong: tally.wrong },
    busy: (user + system) / 1e6 / seconds,
  }
}

type Tally = { readonly times: number[]; readonly wrong: Record<string, number> }
type Course = { readonly next: () => Buffer | undefined; readonly until: number; readonly status: number }

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return socket
}

function converse(socket: Socket, { next, until, status }: Course, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0
    const send = () => {
      const request = performance.now() < until ? next() : undefined
      if (!request) return resolve()
      sentAt = performance.now()
      socket.write(request)
    }
    const read = responseReader((response) => {
      if (response.status === status) tally.times.push(performance.now() - sentAt)
      else tally.wrong[response.status] = (tally.wrong[response.status] ?? 0) + 1
      send()
    })
    socket.on('data', (chunk) => {
      try {
        read(chunk)
      } catch (error) {
        reject(error)
      }
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed a connection')))
    send()
  })
}

/** Requests ready to be written, all made before the clock runs. */
async function requestsOf({ head, bodies, most = Number.POSITIVE_INFINITY }: Job) {
  let sent = 0
  if (!bodies) {
    const request = Buffer.from(`${head}\r\n\r\n`)
    return () => (sent++ < most ? request : undefined)
  }
  const lines = (await readFile(bodies.path, 'latin1')).split('\n')
  const ready = lines
    .slice(bodies.from, bodies.from + bodies.count)
    .map((body) => Buffer.from(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`, 'latin1'))
  return () => (sent < most ? ready[sent++] : undefined)
}
