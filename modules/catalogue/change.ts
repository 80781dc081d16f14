import type { Tx } from '#platform/db'
import { announce } from '#platform/outbox'
import { addChange } from './queries/changes.ts'

/** The channel on which web processes hear that their search index is old. */
export const CHANGE_CHANNEL = 'catalogue_changed'

/** Something that can be found has changed: other modules hear of it, and every search index is built anew. */
export async function announceChange(tx: Tx, what: string, now: Date): Promise<void> {
  const version = await addChange(tx, what, now, CHANGE_CHANNEL)
  await announce(tx, 'catalogue.changed', { version, what })
}
