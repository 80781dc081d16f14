import { fork } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '#platform/root'

/** A stand-in for a system outside, once it runs: what it said of itself, and how to end it. */
export type Sandbox = { readonly said: Readonly<Record<string, string>>; readonly stop: () => Promise<void> }

const READY_WITHIN_MS = 20_000

/**
 * Starts a stand-in as a program of its own on a free port of this machine; it ends when the process that started it does. For
 * demonstration and tests alone. @throws Error when it does not say `field` in time
 */
export async function startSandbox(
  name: 'vneid' | 'sms',
  field: string,
  settings: Readonly<Record<string, string>>,
): Promise<Sandbox> {
  const child = fork(join(ROOT, 'sandbox', name, 'main.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C is for us: the sandbox ends when we let go of it.
    detached: true,
    env: { PATH: process.env['PATH'], PORT: '0', ...settings },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.connected) child.disconnect()
    await ended
  }
  const said = await new Promise<Record<string, string>>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The sandbox ${name} did not start in time`)),
      READY_WITHIN_MS,
    )
    child.once('message', (message) => {
      clearTimeout(late)
      resolve(message as Record<string, string>)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The sandbox ${name} ended at once (${code})`))
    })
  })
  if (typeof said[field] !== 'string') throw new Error(`The sandbox ${name} said something unexpected`)
  return { said, stop }
}
