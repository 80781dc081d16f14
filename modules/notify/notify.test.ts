import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { describe, expect } from 'vitest'
import { sql } from '#platform/db'
import { communeAgency, fileBirth } from '../../test/support/filing.ts'
import { addPerson, browserOf } from '../../test/support/people.ts'
import { startProgram } from '../../test/support/programs.ts'
import { test, type World } from '../../test/support/world.ts'
import { deliveryTasks, type Ways } from './deliver.ts'
import { tell } from './tell.ts'
import { KINDS, smsOf, wordsOf } from './words.ts'

const NOWHERE: Ways = {
  smtpUrl: undefined,
  mailFrom: 'Cổng <cong@example.vn>',
  smsUrl: undefined,
  smsKey: 'sandbox',
}
const TOLD = { code: 'H26-260511-0001', agency: 'Ủy ban nhân dân phường Cầu Giấy', procedure: 'Khai sinh' }

/** A real mail server that keeps what it is given. */
async function mailServer(): Promise<{ url: string; mails: ParsedMail[]; close: () => Promise<void> }> {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail)
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function told(world: World, claims: Record<string, string>, channels: readonly ('email' | 'sms')[]) {
  const { accountId } = await addPerson(world.db, { claims })
  for (const channel of ['email', 'sms'] as const) {
    await world.db.run(sql`
      insert into notify.preference (account, channel, is_on, set_at)
      values (${accountId}, ${channel}, ${channels.includes(channel)}, now())`)
  }
  const eventKey = randomUUID()
  const news = {
    account: accountId,
    kind: 'ready',
    told: TOLD,
    eventKey,
    now: world.services.clock(),
  } as const
  await world.db.transaction((tx) => tell(tx, news))
  await world.db.transaction((tx) => tell(tx, news))
  const deliveries = await world.db.many<{ messageId: string; channel: string }>(sql`
    select d.message_id, d.channel from notify.delivery d join notify.message m on m.id = d.message_id where m.account = ${accountId}`)
  return { accountId, deliveries }
}

async function deliver(world: World, ways: Partial<Ways>, payload: unknown): Promise<string> {
  const [task] = deliveryTasks({ ...NOWHERE, ...ways })
  return (task as NonNullable<typeof task>).run(world.db, payload, world.services.clock()).then(
    () => 'done',
    (error: Error) => error.message,
  )
}

async function stateOf(world: World, { messageId }: { messageId: string }) {
  return world.db.one<{ state: string; attempts: number }>(sql`
    select state, attempts from notify.delivery where message_id = ${messageId}`)
}

test('told twice is one message, by e-mail in both languages, without a link', async ({ world }) => {
  const { deliveries } = await told(world, { ThuDienTu: 'hoa@example.vn' }, ['email'])
  const [delivery] = deliveries as [{ messageId: string; channel: string }]
  const server = await mailServer()

  const away = await deliver(world, { smtpUrl: 'smtp://127.0.0.1:1' }, delivery)
  const sent = await deliver(world, { smtpUrl: server.url }, delivery)
  const again = await deliver(world, { smtpUrl: server.url }, delivery)

  expect(deliveries).toHaveLength(1)
  expect(away).toContain('ECONNREFUSED')
  expect([sent, again]).toEqual(['done', 'done'])
  expect(server.mails).toHaveLength(1)
  const [mail] = server.mails
  expect(mail?.subject).toBe('Hồ sơ H26-260511-0001')
  expect(mail?.text).toContain('Ủy ban nhân dân phường Cầu Giấy: Đã có kết quả giải quyết hồ sơ.')
  expect(mail?.text).toContain('The result is ready.')
  expect(mail?.text).not.toMatch(/https?:/)
  expect(await stateOf(world, delivery)).toEqual({ state: 'sent', attempts: 2 })
  await server.close()
})

test('a text message goes through the gateway once, however often it is tried, and a refused number is given up', async ({
  world,
}) => {
  const gateway = startProgram('sandbox/sms/main.ts', [], { SMS_KEY: 'sandbox' })
  const [, smsUrl = ''] = await gateway.says(/(http:\/\/127\.0\.0\.1:\d+)/)
  const { deliveries } = await told(world, { SoDienThoai: '0912345601' }, ['sms'])
  const [delivery] = deliveries as [{ messageId: string; channel: string }]
  const refused = (await told(world, { SoDienThoai: '0912345600' }, ['sms'])).deliveries[0] as {
    messageId: string
    channel: string
  }

  const tries = [
    await deliver(world, { smsUrl }, delivery),
    await deliver(world, { smsUrl }, delivery),
    await deliver(world, { smsUrl }, delivery),
    await deliver(world, { smsUrl }, delivery),
  ]
  for (let count = 0; count < 10; count += 1) await deliver(world, { smsUrl }, refused)
  const { items } = (await (await fetch(`${smsUrl}/sent`)).json()) as {
    items: { to: string; text: string }[]
  }

  expect(tries).toEqual(['The gateway answered 503', 'The gateway answered 503', 'done', 'done'])
  expect(items).toEqual([{ to: '0912345601', text: expect.stringContaining('Ma ho so H26-260511-0001.') }])
  expect(await stateOf(world, refused)).toEqual({ state: 'failed', attempts: 10 })
  gateway.child.kill('SIGTERM')
  await gateway.ended
})

test('without a mail server a message waits for nobody: it says so, and the inbox has it', async ({
  world,
}) => {
  const { deliveries, accountId } = await told(world, { ThuDienTu: 'hoa@example.vn' }, ['email'])
  await deliver(world, {}, deliveries[0])
  const browser = await browserOf(world, accountId)

  const inbox = await browser.open('/tai-khoan/thong-bao')
  const read = await browser.submit('/tai-khoan/thong-bao/da-doc')
  const saved = await browser.submit('/tai-khoan/thong-bao/cach-nhan', { kenh: 'sms' })

  expect(await stateOf(world, deliveries[0] as { messageId: string })).toEqual({
    state: 'not_configured',
    attempts: 1,
  })
  expect(inbox.body).toContain('Đã có kết quả giải quyết hồ sơ')
  expect(inbox.body).toContain('>Mới</strong>')
  expect(read.body).not.toContain('>Mới</strong>')
  expect(saved.body).toContain('Đã lưu')
  expect(saved.body).toMatch(/value="sms" checked/)
  expect(saved.body).not.toMatch(/value="email" checked/)
})

test('an applicant is told of a filing, and nobody reads another’s messages', async ({ world }) => {
  const person = await addPerson(world.db)
  const code = await fileBirth(world, person, await communeAgency(world))
  const stranger = await addPerson(world.db)

  const mine = await (await browserOf(world, person.accountId)).open('/tai-khoan/thong-bao')
  const others = await (await browserOf(world, stranger.accountId)).open('/tai-khoan/thong-bao')

  expect(mine.body).toContain(
    'Đã nhận hồ sơ nộp trực tuyến. Cơ quan xem xét tiếp nhận trước 09:30 12/05/2026.',
  )
  expect(mine.body).toContain(`href="/ho-so/${code}"`)
  expect(others.body).toContain('Chưa có thông báo nào')
})

describe('words', () => {
  test('of every kind name agency and code in both languages and never lead anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.constantFrom(undefined, '14:30 22/11/2026'), (kind, when) => {
        const { vi, en } = wordsOf(kind, { ...TOLD, when })

        for (const text of [vi, en]) {
          expect(text).toContain(TOLD.agency)
          expect(text).toContain(TOLD.code)
          expect(text).not.toMatch(/https?:|www\.|undefined/)
        }
        expect(vi).not.toBe(en)
        const sms = smsOf(vi)
        expect(sms.length).toBeLessThanOrEqual(160)
        expect(sms).toMatch(/^[\x20-\x7e]+$/)
        expect(sms).toContain(TOLD.code)
      }),
    )
  })
})
