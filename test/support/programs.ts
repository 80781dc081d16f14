import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ROOT } from '#platform/root'

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Environment = Readonly<Record<string, string>>

/** Another Node process of this house, from its sources. It has nothing of our environment but the path. */
export type Program = {
  readonly child: ChildProcess
  /** Resolves with the first line of its output that matches. @throws Error with all it said, when it ends without */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<Ended>
}

export function startProgram(script: string, args: readonly string[] = [], env: Environment = {}): Program {
  const child = spawn(process.execPath, ['--conditions=default', script, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C at the terminal of the tests is for the tests.
  })
  return followed(child)
}

export async function runProgram(
  script: string,
  args: readonly string[] = [],
  env: Environment = {},
): Promise<Ended> {
  return startProgram(script, args, env).ended
}

/** Listens to a process from its first word on. */
export function followed(child: ChildProcess): Program {
  const said = { stdout: '', stderr: '' }
  const lines: string[] = []
  let heard = (): void => {}
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = child[name]
    if (!stream) throw new Error(`${name} is not piped`)
    createInterface(stream).on('line', (line) => {
      said[name] += `${line}\n`
      lines.push(line)
      heard()
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, ...said }))
  })
  return {
    child,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        heard = () => {
          const found = lines.map((line) => pattern.exec(line)).find((match) => match !== null)
          if (found) resolve(found)
        }
        heard()
        void ended.then(() => reject(new Error(`It ended without saying ${pattern}:\n${lines.join('\n')}`)))
      }),
  }
}
