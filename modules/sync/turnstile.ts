/** Messages that are worked on at once, of all agencies together: as many as the intake can make use of. */
const MOST_AT_ONCE = 24
const LEAST_OF_ONE = 2
/** Messages of one agency that may stand and wait. Its clients give up after six seconds. */
const MOST_WAITING = 2_000

/**
 * Lượt xử lý: the agencies that send at this moment share what can be worked on at once, whatever number of threads each of them has.
 * Whoever floods waits in a line of its own.
 */
export class Turnstile {
  readonly #active = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Whether so much of an agency is waiting that more would only grow the memory. */
  isFull(agency: string): boolean {
    return (this.#waiting.get(agency)?.length ?? 0) >= MOST_WAITING
  }

  /** Does the work when it is the agency's turn. */
  async pass<Result>(agency: string, work: () => Promise<Result>): Promise<Result> {
    if ((this.#active.get(agency) ?? 0) >= this.#share(agency)) await this.#line(agency)
    else this.#active.set(agency, (this.#active.get(agency) ?? 0) + 1)
    try {
      return await work()
    } finally {
      this.#leave(agency)
    }
  }

  #share(agency: string): number {
    const agencies = this.#active.size + (this.#active.has(agency) ? 0 : 1)
    return Math.max(LEAST_OF_ONE, Math.floor(MOST_AT_ONCE / agencies))
  }

  #line(agency: string): Promise<void> {
    return new Promise((go) => {
      const line = this.#waiting.get(agency) ?? []
      this.#waiting.set(agency, line)
      line.push(go)
    })
  }

  /** The place goes to the next of the same agency, as far as its share still holds. */
  #leave(agency: string): void {
    const left = (this.#active.get(agency) ?? 1) - 1
    if (left === 0) this.#active.delete(agency)
    else this.#active.set(agency, left)
    const line = this.#waiting.get(agency)
    while (line && line.length > 0 && (this.#active.get(agency) ?? 0) < this.#share(agency)) {
      this.#active.set(agency, (this.#active.get(agency) ?? 0) + 1)
      line.shift()?.()
    }
    if (line?.length === 0) this.#waiting.delete(agency)
  }
}
