import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#platform/db'
import { SESSION_CHANNEL } from './queries/sessions.ts'
import { findSession, keyOf, type Session } from './session.ts'

/** Sessions as this process saw them a moment ago, for the header of pages that say the same to everybody. */
export type RecentSessions = {
  /** The living session of this opaque id, at most a few seconds old. */
  readonly find: (token: string, now: Date) => Promise<Session | undefined>
  readonly close: () => Promise<void>
}

const RECENT_MS = 5_000
const MOST = 20_000
const RECONNECT_MS = 1_000

type Kept = { readonly session: Session; readonly untilMs: number }

/**
 * Remembers sessions for a few seconds, as long as the database can tell of those that end: it does so in the transaction that ends
 * them, and they are forgotten at once. While nobody listens, nothing is remembered. Whoever acts for another is asked for each
 * time: the one represented may end it at any moment.
 */
export function openRecentSessions(db: Database, onError: (error: unknown) => void): RecentSessions {
  const stop = new AbortController()
  const kept = new Map<string, Kept>()
  let isListening = false
  let silence = (): void => {}

  const forget = (key: string): void => {
    kept.delete(key)
  }
  const lost = (): void => {
    isListening = false
    kept.clear()
    listening = listen()
  }
  const listen = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        silence = await db.listen(SESSION_CHANNEL, forget, lost)
        isListening = true
        if (stop.signal.aborted) silence()
        return
      } catch (error) {
        if (stop.signal.aborted) return
        onError(error)
        await sleep(RECONNECT_MS, undefined, { signal: stop.signal, ref: false }).catch(() => {})
      }
    }
  }
  let listening = listen()

  return {
    find: async (token, now) => {
      const key = keyOf(token).toString('hex')
      const known = kept.get(key)
      if (known && known.untilMs > now.getTime() && isLiving(known.session, now)) return known.session
      const wasListening = isListening
      const session = await findSession(db, token, now)
      // An ending that came while the database answered is not known to have been heard.
      if (session && !session.delegationId && wasListening && isListening) remember(kept, key, session, now)
      else kept.delete(key)
      return session
    },
    close: async () => {
      stop.abort()
      await listening
      silence()
    },
  }
}

function remember(kept: Map<string, Kept>, key: string, session: Session, now: Date): void {
  kept.delete(key)
  const [oldest] = kept.keys()
  if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest)
  kept.set(key, { session, untilMs: now.getTime() + RECENT_MS })
}

function isLiving({ idleUntil, endsAt }: Session, now: Date): boolean {
  return idleUntil > now && endsAt > now
}
