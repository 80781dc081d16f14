import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pin } from '../identity/measure.ts'

export type Served = { readonly child: ChildProcess; readonly port: number }

/** Starts a server of `bench/` on a core of its own, on this database. It says its port when it is ready. */
export async function serveOn(url: string, file: string): Promise<Served> {
  const child = fork(join(import.meta.dirname, '..', file), {
    env: { ...process.env, BENCH_DATABASE: url, NODE_ENV: 'production' },
  })
  child.once('exit', (code) => {
    if (code) throw new Error(`${file} ended with ${code}`)
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  if (child.pid) pin(child.pid, 0)
  return { child, port }
}

/** What is wanted of figures, each printed beside what was measured; in the end those that were not met. */
export class Checks {
  readonly #failures: string[] = []

  check(what: string, value: number, wanted: number, way: 'at least' | 'at most'): void {
    const isMet = way === 'at least' ? value >= wanted : value <= wanted
    console.log(`${what.padEnd(44)} ${value.toFixed(2)} (wanted ${way} ${wanted})`)
    if (!isMet) this.fail(what)
  }

  fail(what: string): void {
    this.#failures.push(what)
  }

  end(): void {
    for (const failure of this.#failures) console.log(`NOT MET: ${failure}`)
    process.exitCode = this.#failures.length > 0 ? 1 : 0
  }
}
