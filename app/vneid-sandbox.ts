import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ROOT } from '#platform/root'

export type VneidSandbox = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly stop: () => Promise<void>
}

const READY_WITHIN_MS = 20_000

/**
 * Starts the stand-in for VNeID as a program of its own on a free port of this machine. It knows one client, the portal at
 * `portalUrl`, and ends when the process that started it does. For demonstration and tests alone.
 */
export async function startVneidSandbox(portalUrl: string): Promise<VneidSandbox> {
  const clientId = 'motcua'
  const clientSecret = randomBytes(32).toString('base64url')
  const child = fork(join(ROOT, 'sandbox', 'vneid', 'main.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C is for us: the sandbox ends when we let go of it.
    detached: true,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
      PORTAL_URL: portalUrl,
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.connected) child.disconnect()
    await ended
  }
  const issuer = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The VNeID sandbox did not start in time')),
      READY_WITHIN_MS,
    )
    child.once('message', (message) => {
      clearTimeout(late)
      resolve(issuerOf(message))
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The VNeID sandbox ended at once (${code})`))
    })
  })
  return { issuer, clientId, clientSecret, stop }
}

function issuerOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'issuer' in message) return String(message.issuer)
  throw new Error('The VNeID sandbox said something unexpected')
}
