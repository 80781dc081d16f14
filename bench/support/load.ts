import { connect, type Socket } from 'node:net'

export type Load = {
  readonly port: number
  /** Asked for one after another, by all clients together. */
  readonly paths: readonly string[]
  readonly clients: number
  readonly durationMs: number
  /** Sent along with every request. */
  readonly cookie?: string
}

export type Measured = {
  readonly requestsPerSecond: number
  /** Time from the request to the last byte of its answer, least first. */
  readonly latenciesMs: readonly number[]
  readonly requests: number
  readonly bytesPerAnswer: number
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')
const LONGEST_WAIT_MS = 30_000

/**
 * Clients on kept connections, each asking again as soon as it is answered. Reads as little of an answer as tells where
 * it ends, so that the generator is never the slower side. Any answer but 200 ends the run.
 */
export async function load({ port, paths, clients, durationMs, cookie }: Load): Promise<Measured> {
  const requests = paths.map((path) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
    ),
  )
  const latenciesMs: number[] = []
  let asked = 0
  let bytes = 0
  const begunAt = performance.now()
  const untilAt = begunAt + durationMs
  const client = async (): Promise<void> => {
    const socket = await open(port)
    const answers = new Answers(socket)
    while (performance.now() < untilAt) {
      const request = requests[asked++ % requests.length]
      const sentAt = performance.now()
      if (request) socket.write(request)
      const length = await answers.next()
      bytes += length
      latenciesMs.push(performance.now() - sentAt)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: clients }, client))
  const tookMs = performance.now() - begunAt
  return {
    requests: latenciesMs.length,
    requestsPerSecond: (latenciesMs.length / tookMs) * 1_000,
    latenciesMs: latenciesMs.sort((a, b) => a - b),
    bytesPerAnswer: bytes / latenciesMs.length,
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.setTimeout(LONGEST_WAIT_MS, () => socket.destroy(new Error('A server did not answer in time')))
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** The answers that come over one connection, one at a time. */
class Answers {
  #resolve: (bytes: number) => void = () => {}
  #reject: (error: Error) => void = () => {}
  #head: Buffer = Buffer.alloc(0)
  #tail: Buffer = Buffer.alloc(0)
  #isInBody = false
  /** Of a body whose length was announced; undefined for one that comes in chunks. */
  #bytesLeft: number | undefined
  #bytes = 0

  constructor(socket: Socket) {
    socket.on('data', (data) => this.#take(data))
    socket.on('error', (error) => this.#reject(error))
    socket.on('close', () => this.#reject(new Error('A server closed the connection')))
  }

  next(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  #take(data: Buffer): void {
    if (this.#isInBody) this.#takeBody(data)
    else this.#takeHead(data)
  }

  #takeHead(data: Buffer): void {
    this.#head = this.#head.length > 0 ? Buffer.concat([this.#head, data]) : data
    const end = this.#head.indexOf(HEAD_END)
    if (end < 0) return
    const head = this.#head.toString('latin1', 0, end)
    if (!head.startsWith('HTTP/1.1 200')) this.#reject(new Error(`Not answered: ${head}`))
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    this.#bytesLeft = length === undefined ? undefined : Number(length)
    this.#isInBody = true
    this.#takeBody(this.#head.subarray(end + HEAD_END.length))
  }

  #takeBody(data: Buffer): void {
    this.#bytes += data.length
    if (this.#bytesLeft === undefined) {
      const recent = data.length >= LAST_CHUNK.length ? data : Buffer.concat([this.#tail, data])
      this.#tail = recent.subarray(-LAST_CHUNK.length)
      if (this.#tail.equals(LAST_CHUNK)) this.#done()
      return
    }
    this.#bytesLeft -= data.length
    if (this.#bytesLeft <= 0) this.#done()
  }

  #done(): void {
    const bytes = this.#bytes
    this.#head = Buffer.alloc(0)
    this.#tail = Buffer.alloc(0)
    this.#isInBody = false
    this.#bytes = 0
    this.#resolve(bytes)
  }
}
