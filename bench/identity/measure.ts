import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'

export type Sent = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Connections that send at the same time. */
const AT_ONCE = 16

/** Pins a process to one core where the system can, so that a server and what presses it do not share one. */
export function pin(pid: number, core: number): void {
  try {
    execFileSync('taskset', ['-a', '-cp', String(core), String(pid)], { stdio: 'ignore' })
  } catch {
    console.log('  (cannot pin processes to cores here)')
  }
}

/** Sends everything over a few connections and answers requests a second. @throws Error at the first answer that is neither 200 nor 201 */
export async function press(port: number, requests: readonly Sent[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const waiting = [...requests]
  const start = performance.now()
  const line = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await send(agent, port, next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  const seconds = (performance.now() - start) / 1_000
  agent.destroy()
  return requests.length / seconds
}

function send(agent: Agent, port: number, { method, path, headers, body }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const { statusCode } = answer
      answer.resume().on('end', () => {
        if (statusCode === 200 || statusCode === 201) resolve()
        else reject(new Error(`${path} answered ${statusCode}`))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function figure(value: number): string {
  return value.toFixed(0).padStart(6)
}

/** Processor time of a server so far, in milliseconds. */
export async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
  return (user + system) / 1_000
}
