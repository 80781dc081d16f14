import { createTransport } from 'nodemailer'
import type { Task } from '#platform/jobs'
import { type Channel, type DeliveryRow, deliveryOf, setDelivery } from './queries/messages.ts'
import { smsOf } from './words.ts'

export const DELIVER = 'notify.deliver'

export type Ways = {
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly smsUrl: string | undefined
  readonly smsKey: string | undefined
}

const MOST_ATTEMPTS = 10
const WAIT_MS = 15_000

/** Gửi tin by e-mail or text message: tried again until it is gone, given up after ten times, and seen as it stands all the while. */
export function deliveryTasks(ways: Ways): readonly Task[] {
  return [
    {
      name: DELIVER,
      run: async (db, payload, now) => {
        const { messageId, channel } = asked(payload)
        const delivery = await deliveryOf(db, messageId, channel)
        if (delivery?.state !== 'waiting') return
        if ((channel === 'email' ? ways.smtpUrl : ways.smsUrl) === undefined) {
          await setDelivery(db, { messageId, channel, state: 'not_configured', error: null, now })
          return
        }
        try {
          await (channel === 'email' ? sendMail(ways, delivery) : sendSms(ways, delivery))
        } catch (error) {
          const isLast = delivery.attempts + 1 >= MOST_ATTEMPTS
          const said = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
          await setDelivery(db, {
            messageId,
            channel,
            state: isLast ? 'failed' : 'waiting',
            error: said,
            now,
          })
          if (isLast) return
          throw error
        }
        await setDelivery(db, { messageId, channel, state: 'sent', error: null, now })
      },
    },
  ]
}

async function sendMail(
  { smtpUrl, mailFrom }: Ways,
  { address, words, dossierCode, messageId }: DeliveryRow,
): Promise<void> {
  const transport = createTransport(smtpUrl, { connectionTimeout: WAIT_MS, socketTimeout: WAIT_MS } as object)
  try {
    await transport.sendMail({
      from: mailFrom,
      to: address,
      subject: `Hồ sơ ${dossierCode}`,
      text: `${words.vi}\n\n${words.en}\n`,
      // The same message sent again is the same message.
      messageId: `<${messageId}@motcua>`,
    })
  } finally {
    transport.close()
  }
}

/** The gateway knows a message by its key: sent again after a lost answer, it goes out once. */
async function sendSms(
  { smsUrl = '', smsKey = '' }: Ways,
  { address, words, messageId }: DeliveryRow,
): Promise<void> {
  const answer = await fetch(smsUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${smsKey}`,
      'idempotency-key': messageId,
    },
    body: JSON.stringify({ to: address, text: smsOf(words.vi) }),
    signal: AbortSignal.timeout(WAIT_MS),
  })
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status}`)
}

function asked(payload: unknown): { messageId: string; channel: Channel } {
  const { messageId, channel } = (payload ?? {}) as { messageId?: unknown; channel?: unknown }
  if (typeof messageId !== 'string' || (channel !== 'email' && channel !== 'sms')) {
    throw new TypeError('A delivery without a message or a channel')
  }
  return { messageId, channel }
}
