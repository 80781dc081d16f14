import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer } from './pages.ts'
import { openRelyingParty } from './relying-party.ts'

/**
 * An agency's portal that lets people in with their account of the national portal. Settings by environment: ISSUER, CLIENT_ID,
 * CLIENT_SECRET, PORT (0 takes a free one). It listens on this machine alone. A program that forked it is told the address,
 * says which client it is by a message, and takes it along when it ends.
 */
const { ISSUER = 'http://127.0.0.1:3000', CLIENT_ID, CLIENT_SECRET, PORT = '4100' } = process.env

const server = createServer()
server.listen(Number(PORT), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  if (CLIENT_ID && CLIENT_SECRET) void open(origin, CLIENT_ID, CLIENT_SECRET)
  else if (!process.send) stop('CLIENT_ID and CLIENT_SECRET are missing: see sandbox/agency-portal/README.md')
  process.on('message', (message) => {
    const { clientId, clientSecret } = message as { clientId: string; clientSecret: string }
    void open(origin, clientId, clientSecret)
  })
  process.send?.({ origin })
})

async function open(origin: string, clientId: string, clientSecret: string): Promise<void> {
  try {
    const party = await openRelyingParty({ origin, issuer: ISSUER, clientId, clientSecret })
    server.on('request', (request, response) => void answer(party, request, response))
    console.log(`Agency portal: ${origin} (signs in at ${ISSUER})`)
    process.send?.({ isReady: true })
  } catch (error) {
    stop(error)
  }
}

function stop(why: unknown): void {
  console.error(why)
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => process.exit(0))
