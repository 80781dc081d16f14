import { currentHolder } from '#identity'
import type { Tx } from '#platform/db'
import { askFor } from '#platform/jobs'
import { timeOrderedId } from '#platform/time-ordered-id'
import { DELIVER } from './deliver.ts'
import { type Channel, insertDelivery, insertMessage, preferencesOf } from './queries/messages.ts'
import { type Kind, type Told, wordsOf } from './words.ts'

export type News = {
  /** The account that is told. */
  readonly account: string
  readonly kind: Kind
  readonly told: Told
  /** Of an official, whose address is not the portal's to know from VNeID. */
  readonly email?: string | undefined
  /** What happened, unique for the account: told twice, it is one message. */
  readonly eventKey: string
  readonly now: Date
}

const ATTEMPTS = 12
/** E-mail unless somebody says no, text messages if they say yes. */
const USUALLY: Readonly<Record<Channel, boolean>> = { email: true, sms: false }

/** Báo tin, in the caller's transaction: the inbox at once, and a job for each channel that the person wants. */
export async function tell(tx: Tx, { account, email, kind, told, eventKey, now }: News): Promise<void> {
  const id = timeOrderedId(now)
  const words = wordsOf(kind, told)
  if (!(await insertMessage(tx, { id, account, eventKey, kind, dossierCode: told.code, words, at: now })))
    return
  const [holder, preferences] = [await currentHolder(tx, account), await preferencesOf(tx, account)]
  const addresses = { email: email ?? holder?.claims['ThuDienTu'], sms: holder?.claims['SoDienThoai'] }
  for (const channel of ['email', 'sms'] as const) {
    const address = addresses[channel]
    const isWanted = preferences.get(channel) ?? USUALLY[channel]
    if (!isWanted || typeof address !== 'string' || address === '') continue
    await insertDelivery(tx, { messageId: id, channel, address, now })
    await askFor(tx, { task: DELIVER, payload: { messageId: id, channel }, attempts: ATTEMPTS })
  }
}
