import { createServer } from 'node:http'

/**
 * Stands for a gateway of text messages: takes `{ to, text }` with a key, answers an id, sends each idempotency key once. `GET /sent` lists
 * what went out. Behaviour by number: ending in 00, refused; in 01, down the first two times.
 */
const key = process.env['SMS_KEY'] ?? 'sandbox'
const sent = new Map<string, { to: string; text: string }>()
const tries = new Map<string, number>()

// Whoever started us as a part of a demonstration has ended: so do we.
process.once('disconnect', () => process.exit(0))

const server = createServer((request, response) => {
  const say = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (request.method === 'GET' && request.url === '/sent') return say(200, { items: [...sent.values()] })
  if (request.method !== 'POST' || request.headers.authorization !== `Bearer ${key}`) return say(401, {})
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const { to, text } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { to: string; text: string }
    const id = String(request.headers['idempotency-key'])
    if (to.endsWith('00')) return say(422, { error: 'no such number' })
    const count = (tries.get(id) ?? 0) + 1
    tries.set(id, count)
    if (to.endsWith('01') && count <= 2) return say(503, {})
    sent.set(id, { to, text })
    say(200, { id })
  })
})
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`
  console.log(`SMS sandbox at ${url}`)
  process.send?.({ url })
})
