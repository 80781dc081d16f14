import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onServerCore } from './cores.ts'

export type Server = {
  readonly name: string
  readonly port: number
  /** Processor time used so far by the process that answers, in milliseconds. */
  readonly cpuMs: () => Promise<number>
  readonly stop: () => Promise<void>
}

export type ServerCommand = {
  readonly name: string
  /** What follows `node`. The port is in the environment as `PORT`. */
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Answered with 200 once the server can be measured. */
  readonly readyPath: string
}

const READY_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 15_000
const METER = fileURLToPath(new URL('cpu-meter.ts', import.meta.url))

/** Starts a server on the core that is kept for servers and waits until it answers. It ends with this process. */
export async function startServer({ name, args, cwd, env, readyPath }: ServerCommand): Promise<Server> {
  const port = await freePort()
  const [program, ...rest] = onServerCore([process.execPath, '--import', METER, ...args])
  const child = spawn(program, rest, {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      NODE_NO_WARNINGS: '1',
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(String(data)))
  const words = () => `${name} did not start:\n${said.join('').slice(-3_000)}`
  await untilAnswers(child, `http://127.0.0.1:${port}${readyPath}`, words)
  return { name, port, cpuMs: () => cpuOf(child), stop: () => stop(child) }
}

async function untilAnswers(child: ChildProcess, url: string, words: () => string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error(words())
    const answer = await fetch(url).catch(() => undefined)
    await answer?.text()
    if (answer?.status === 200) return
    if (performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${words()}\nLast answer: ${answer?.status ?? 'none'}`)
    }
    await sleep(200)
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  for (;;) {
    const [message]: unknown[] = await once(child, 'message')
    if (typeof message !== 'object' || message === null || !('cpuMicroseconds' in message)) continue
    return Number(message.cpuMicroseconds) / 1_000
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const hasExited = await Promise.race([exited, sleep(STOP_WITHIN_MS, false, { ref: false })])
  if (!hasExited) child.kill('SIGKILL')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
