/** What was worked out lately, by whom it was asked of (a database) and by a name. */
export type ShortMemory<Value> = (owner: object, key: string, make: () => Promise<Value>) => Promise<Value>

type Kept<Value> = { readonly value: Promise<Value>; readonly untilMs: number }

/**
 * Remembers answers for `forMs`, at most `most` of them for each owner, the oldest out first: for what hardly ever changes and is asked
 * with every request. Those who ask at the same moment share one answer; an answer that failed is not remembered.
 */
export function shortMemory<Value>({ forMs, most }: { forMs: number; most: number }): ShortMemory<Value> {
  const owners = new WeakMap<object, Map<string, Kept<Value>>>()
  return (owner, key, make) => {
    const known = owners.get(owner) ?? new Map<string, Kept<Value>>()
    owners.set(owner, known)
    const kept = known.get(key)
    if (kept && kept.untilMs > performance.now()) return kept.value

    const value = make()
    known.delete(key)
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(key, { value, untilMs: performance.now() + forMs })
    value.catch(() => {
      // By now somebody else may have asked anew: what they wait for stays.
      if (known.get(key)?.value === value) known.delete(key)
    })
    return value
  }
}
