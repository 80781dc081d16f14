import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openProvider } from './provider.ts'

/**
 * VNeID sandbox. Settings by environment: PORT (0 takes a free one), CLIENT_ID, CLIENT_SECRET, PORTAL_URL. It listens on
 * this machine alone. A program that forked it is told the address and takes it along when it ends.
 */
const {
  PORT = '4000',
  CLIENT_ID = 'motcua',
  CLIENT_SECRET = 'sandbox',
  PORTAL_URL = 'http://127.0.0.1:3000',
} = process.env

const server = createServer()
server.listen(Number(PORT), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const client = { id: CLIENT_ID, secret: CLIENT_SECRET, name: 'Cổng Dịch vụ công', url: PORTAL_URL }
  openProvider(issuer, client).then(
    (provider) => {
      server.on('request', provider.callback())
      console.log(`VNeID sandbox: ${issuer}`)
      process.send?.({ issuer })
    },
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => process.exit(0))
