import { once } from 'node:events'
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import { join } from 'node:path'

/** A telephone line to the database server, for tests that cut it and mend it again. */
export type Line = {
  /** The address of the server at the other end, by way of this line. */
  readonly url: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}

export async function openLine(serverUrl: string): Promise<Line> {
  const ends = new Set<Socket>()
  const exchange = createServer((near) => {
    const far = connect(addressOf(serverUrl))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        ends.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = async (port: number): Promise<number> => {
    exchange.listen(port, '127.0.0.1')
    await once(exchange, 'listening')
    const address = exchange.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const port = await listen(0)
  return {
    url: throughPort(serverUrl, port),
    async cut() {
      for (const end of ends) end.destroy()
      exchange.close()
      await once(exchange, 'close')
    },
    async mend() {
      await listen(port)
    },
  }
}

/** `postgres:///db?host=/folder&user=me` means a socket in that folder; anything else is a host and a port. */
function addressOf(serverUrl: string): NetConnectOpts {
  const { hostname, port, searchParams } = new URL(serverUrl)
  const folder = searchParams.get('host')
  return folder ? { path: join(folder, '.s.PGSQL.5432') } : { host: hostname, port: Number(port || 5432) }
}

function throughPort(serverUrl: string, port: number): string {
  const { username, password, pathname, searchParams } = new URL(serverUrl)
  const user = username || searchParams.get('user') || ''
  return `postgres://${user}:${password}@127.0.0.1:${port}${pathname}`
}
