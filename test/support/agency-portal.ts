import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '#platform/root'

/** The program of another agency that lets people in through the portal, in a process of its own. */
export async function startAgency(issuer: string) {
  const child = fork(join(ROOT, 'sandbox', 'agency-portal', 'main.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], PORT: '0', ISSUER: issuer },
  })
  const { origin } = (await said(child)) as { origin: string }
  return {
    origin,
    async useClient({ clientId, secret }: { clientId: string; secret: string }): Promise<void> {
      child.send({ clientId, clientSecret: secret })
      await said(child)
    },
    async stop(): Promise<void> {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function said(child: ChildProcess): Promise<unknown> {
  const late = sleep(20_000, undefined, { ref: false }).then(() =>
    Promise.reject(new Error('It says nothing')),
  )
  const [message] = await Promise.race([once(child, 'message'), late])
  return message
}
