import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { CLIENT, mintCodes, REDIRECT_URI } from './mint.ts'

/** The provider library's own quick start: one client, everything in memory, its built-in keys. */
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [REDIRECT_URI] }],
  })
  server.on('request', provider.callback())
  process.on('message', (message) => {
    if (message === 'cpu') return void process.send?.(process.cpuUsage())
    const { accountId, count } = message as { accountId: string; count: number }
    void mintCodes(provider, { clientId: CLIENT.id, accountId, count }).then((codes) =>
      process.send?.({ codes }),
    )
  })
  process.send?.({ port })
})
process.once('disconnect', () => process.exit(0))
