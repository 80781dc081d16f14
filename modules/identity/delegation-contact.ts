import { DAY_MS } from '#kernel/civil-date'
import type { Db, Tx } from '#platform/db'
import { digestOfCode, newPaperCode, readPaperCode } from './paper-code.ts'
import { type ContactRow, contactOf, storeContactCode } from './queries/contact-codes.ts'

/** Whoever is to be given a power: named to the giver, so that a wrong code is noticed. */
export type Contact = ContactRow

/** Mã của tôi: good for one use within a day. The one before is worth nothing any more. */
export async function makeContactCode(
  tx: Tx,
  { accountId, now }: { accountId: string; now: Date },
): Promise<{ readonly code: string; readonly until: Date }> {
  const code = newPaperCode('contact')
  const until = new Date(now.getTime() + DAY_MS)
  await storeContactCode(tx, { accountId, code: digestOfCode('contact', code), until })
  return { code, until }
}

/** Whose code somebody typed. */
export async function findContact(db: Db, typed: string, now: Date): Promise<Contact | undefined> {
  const code = readPaperCode('contact', typed)
  return code ? contactOf(db, digestOfCode('contact', code), now) : undefined
}
