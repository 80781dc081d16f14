import { expect } from 'vitest'
import { sql } from '#platform/db'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { NOW, test, type World } from '../../../../test/support/world.ts'
import { registerSentMessage } from '../../message-check.ts'

const PATH = '/kiem-tra-tin-nhan'

async function sendMessage(world: World): Promise<string> {
  const message = { channel: 'sms', agency: 'H26', topic: 'Kết quả hồ sơ đã có', now: NOW } as const
  return world.db.transaction((tx) => registerSentMessage(tx, message))
}

async function check(world: World, code: string) {
  const browser = new BrowserLike(world.app)
  await browser.open(PATH)
  return browser.submit(PATH, { ma: code })
}

test('a code of a message shows when it was sent, by which agency and about what', async ({ world }) => {
  const code = await sendMessage(world)

  const { body } = await check(world, code.toLowerCase().replace('-', ' '))

  expect(body).toContain('Có tin nhắn mang mã này')
  expect(body).toContain('09:30 11/05/2026')
  expect(body).toContain('Hà Nội')
  expect(body).toContain('Kết quả hồ sơ đã có')
  expect(body).toContain('chép mã của một tin thật')
})

test('a code of no message is a warning', async ({ world }) => {
  const { body, status } = await check(world, '0000-0000')

  expect(status).toBe(200)
  expect(body).toContain('Không có tin nhắn nào mang mã này')
  expect(body).toContain('đừng chuyển tiền')
})

test('what can be no code is asked for again', async ({ world }) => {
  const { body, status } = await check(world, 'bấm vào đây')

  expect(status).toBe(422)
  expect(body).toContain('8 chữ và số')
})

test('the table knows neither a code nor a person', async ({ world }) => {
  const code = await sendMessage(world)

  const rows = await world.db.many<object>(sql`
    select code, sent_at, channel, agency, topic
      from identity.sent_message
     order by sent_at, code`)

  expect(JSON.stringify(rows)).not.toContain(code)
})

test('codes cannot be tried by the dozen', async ({ world }) => {
  const browser = new BrowserLike(world.app)
  await browser.open(PATH)

  const statuses: number[] = []
  for (let time = 0; time < 12; time += 1) {
    await browser.open(PATH)
    statuses.push((await browser.submit(PATH, { ma: '0000-0000' })).status)
  }

  expect(statuses).toContain(429)
})
