import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import type { Db, Tx } from '#platform/db'
import { digestOfCode, newPaperCode, readPaperCode } from './paper-code.ts'
import { insertSentMessage, type SentMessageRow, sentMessageByCode } from './queries/sent-messages.ts'

export type MessageChannel = SentMessageRow['channel']

export type SentMessage = Omit<SentMessageRow, 'agency'> & {
  readonly agencyName: { readonly vi: string; readonly en: string }
}

/**
 * Đăng ký tin nhắn đã gửi: answers the code to be printed in the message. Neither the addressee nor the text is kept, so that
 * whoever checks a code learns nothing about a person. `topic` says what it is about in a few words without a name or a number.
 */
export async function registerSentMessage(
  tx: Tx,
  message: {
    readonly channel: MessageChannel
    readonly agency: string
    readonly topic: string
    readonly now: Date
  },
): Promise<string> {
  const { channel, agency, topic, now } = message
  // 40 random bits: with a hundred million messages, two meet once in about ten thousand; then another is drawn.
  for (;;) {
    const code = newPaperCode('message')
    const row = { code: digestOfCode('message', code), sentAt: now, channel, agency, topic }
    if (await insertSentMessage(tx, row)) return code
  }
}

/** The message that a code was printed in, if the state sent one. */
export async function findSentMessage(db: Db, typed: string, now: Date): Promise<SentMessage | undefined> {
  const code = readPaperCode('message', typed)
  const found = code && (await sentMessageByCode(db, digestOfCode('message', code)))
  if (!found) return undefined
  const { agency, ...message } = found
  const brief = (await agencyBriefs(db, [agency], civilDate(now))).get(agency)
  return { ...message, agencyName: { vi: brief?.name ?? agency, en: brief?.nameEn ?? agency } }
}
