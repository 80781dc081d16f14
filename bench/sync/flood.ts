import { Agent, request } from 'node:http'
import type { Sent } from '../identity/measure.ts'

/**
 * An agency that sends far more than its share: told `{ port, perSecond, seconds, requests }`, it sends them by that pace, over as many
 * connections as a careless client opens, and says how many were answered.
 */
const CONNECTIONS = 200

type Ask = {
  readonly port: number
  readonly perSecond: number
  readonly seconds: number
  readonly requests: readonly Sent[]
}

process.on('message', (ask: Ask) => {
  void flood(ask).then((answered) => process.send?.({ answered }))
})
process.once('disconnect', () => process.exit(0))
process.send?.({ port: 0 })

async function flood({ port, perSecond, seconds, requests }: Ask): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const startedAt = performance.now()
  let [sent, answered] = [0, 0]
  for (;;) {
    const past = (performance.now() - startedAt) / 1_000
    if (past >= seconds) break
    for (const due = Math.min(requests.length, past * perSecond); sent < due; sent += 1) {
      const { method, path, headers, body } = requests[sent] as Sent
      const outgoing = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        answer.resume().on('end', () => {
          answered += 1
        })
      })
      outgoing.on('error', () => {})
      outgoing.end(body)
    }
    await new Promise((go) => setTimeout(go, 5))
  }
  const count = answered
  agent.destroy()
  return count
}
