import { describe, expect } from 'vitest'
import { invitationPath, inviteFromMachine } from '#identity'
import { sql } from '#platform/db'
import { passkeyOptions, SoftAuthenticator } from '../../../../test/support/authenticator.ts'
import { BrowserLike } from '../../../../test/support/browser-like.ts'
import { codeAt, firstAdministrator, oneStepLater, PASSWORD } from '../../../../test/support/officials.ts'
import { NOW, test, type World } from '../../../../test/support/world.ts'

const SIGN_IN = '/dang-nhap/can-bo'
const MINUTE_MS = 60_000
const EMAIL = 'thai.vu@trungtam.example'

/** Every test begins a day later, when wrong answers are forgotten and no code was used. */
let now = NOW
const wait = (world: World, ms: number) => {
  now = new Date(now.getTime() + ms)
  world.setClock(now)
}

const it = test.extend('official', { scope: 'file' }, ({ world }) => firstAdministrator(world, now))

async function givePassword(browser: BrowserLike, password = PASSWORD, email = EMAIL) {
  await browser.open(SIGN_IN)
  return browser.submit(SIGN_IN, { email, password })
}

/** A page without what differs between any two: the token of its form, its challenge, and what was typed. */
function bare(page: string, email: string): string {
  return page
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/data-options="[^"]*"/g, '')
    .replaceAll(email, '')
}

describe('the first day of an official', () => {
  it('leads from the invitation over password and app to their own page', async ({ world, official }) => {
    expect(official.codes).toHaveLength(10)
    const page = await official.browser.open('/dang-nhap/can-bo')
    expect(page.status).toBe(200)
    const sessions = await world.db.many(sql`
      select account_kind, assurance, means from identity.session where ended_at is null`)
    expect(sessions).toEqual([{ accountKind: 'official', assurance: 2, means: 'password+totp' }])
  })

  it('uses the invitation up', async ({ world, official }) => {
    expect(official.browser.cookie('phien')).toHaveLength(43)
    const { accepted } = await world.db.one<{ accepted: number }>(sql`
      select count(*) as accepted from identity.invitation where accepted_at is not null`)
    expect(accepted).toBe(1)
  })

  it('keeps nothing readable: no password, no key, no code, no token', async ({ world, official }) => {
    const rows = await world.db.many<{ row: string }>(
      sql`select p::text as row from identity.password p
          union all select t::text from identity.totp t
          union all select r::text from identity.recovery_code r
          union all select i::text from identity.invitation i`,
    )
    const stored = rows.map(({ row }) => row).join()
    expect(stored).not.toContain(PASSWORD)
    expect(stored).toContain('$argon2id$v=19$m=65536,t=3,p=1$')
    expect(stored).not.toContain(official.secret.replaceAll(' ', ''))
    for (const code of official.codes) expect(stored).not.toContain(code)
  })
})

describe('password and app', () => {
  it('let an official in', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const browser = new BrowserLike(world.app)

    const second = await givePassword(browser)
    expect(second.url).toContain('/buoc-hai')
    expect(browser.cookie('phien')).toBeUndefined()
    const step = browser.cookie('buoc')
    const inside = await browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(official.secret, now) })

    expect(inside.status).not.toBe(422)
    expect(browser.cookie('phien')).toHaveLength(43)
    expect(browser.cookie('buoc')).toBeUndefined()
    expect(browser.cookie('phien')).not.toBe(step)
  })

  it('a code that was taken is refused, the next one is not', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const code = codeAt(official.secret, now)
    const [first, second] = [new BrowserLike(world.app), new BrowserLike(world.app)]
    await givePassword(first)
    await first.submit(`${SIGN_IN}/buoc-hai/ma`, { code })
    expect(first.cookie('phien')).toBeDefined()

    await givePassword(second)
    const replay = await second.submit(`${SIGN_IN}/buoc-hai/ma`, { code })
    expect(replay.status).toBe(422)
    expect(replay.body).toContain('Mã không đúng hoặc đã dùng')
    expect(second.cookie('phien')).toBeUndefined()

    await second.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(official.secret, oneStepLater(now)) })
    expect(second.cookie('phien')).toBeDefined()
  })

  it('many at once with one code let one in', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const browsers = Array.from({ length: 4 }, () => new BrowserLike(world.app))
    for (const browser of browsers) await givePassword(browser)

    const code = codeAt(official.secret, now)
    await Promise.all(browsers.map((browser) => browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code })))

    expect(browsers.filter((browser) => browser.cookie('phien')).length).toBe(1)
  })

  it.for([-60_001, -30_000, 0, 30_000, 60_000])(
    'a phone whose clock is off by %i ms',
    async (off, { world, official }) => {
      wait(world, 24 * 60 * MINUTE_MS)
      const browser = new BrowserLike(world.app)
      await givePassword(browser)
      await browser.submit(`${SIGN_IN}/buoc-hai/ma`, {
        code: codeAt(official.secret, new Date(now.getTime() + off)),
      })

      expect(browser.cookie('phien') !== undefined).toBe(Math.abs(off) <= 30_000)
    },
  )

  it('the second step is over after a quarter of an hour', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const browser = new BrowserLike(world.app)
    await givePassword(browser)
    wait(world, 15 * MINUTE_MS)

    const answer = await browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(official.secret, now) })
    expect(answer.url).toMatch(/\/dang-nhap\/can-bo$/)
    expect(browser.cookie('phien')).toBeUndefined()
  })

  it('a stolen id of a step opens no page but the step', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const browser = new BrowserLike(world.app)
    await givePassword(browser)
    const step = browser.cookie('buoc') ?? ''
    expect(official).toBeDefined()
    browser.setCookie('phien', step)

    expect((await browser.ask('GET', '/tai-khoan/thiet-bi')).status).toBe(302)
  })
})

describe('a wrong password', () => {
  it('is answered in the same words for those who exist and those who do not', async ({
    world,
    official,
  }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    expect(official).toBeDefined()
    const [one, other] = [new BrowserLike(world.app), new BrowserLike(world.app)]

    const known = await givePassword(one, 'sai mật khẩu rồi đấy')
    const unknown = await givePassword(other, 'sai mật khẩu rồi đấy', 'khong.co@trungtam.example')

    expect(known.status).toBe(422)
    expect(bare(known.body, EMAIL)).toBe(bare(unknown.body, 'khong.co@trungtam.example'))
    expect(known.headers['set-cookie']).toBeUndefined()
  })

  it('does the same work for both, as the processor counts it', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    expect(official).toBeDefined()
    const workOf = async (email: string) => {
      const browser = new BrowserLike(world.app)
      await browser.open(SIGN_IN)
      const start = process.cpuUsage()
      await browser.submit(SIGN_IN, { email, password: 'sai mật khẩu rồi đấy' })
      return process.cpuUsage(start).user
    }
    const [known, unknown] = [[], []] as [number[], number[]]
    for (const at of [1, 2, 3, 4]) {
      known.push(await workOf(EMAIL))
      unknown.push(await workOf(`khong.co.${at}@trungtam.example`))
    }
    const least = (works: number[]) => Math.min(...works)
    expect(least(unknown)).toBeGreaterThan(least(known) * 0.5)
    expect(least(known)).toBeGreaterThan(least(unknown) * 0.5)
  })

  it('five times locks for a minute, then for two, and the clock releases', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const browser = new BrowserLike(world.app)
    for (let i = 0; i < 5; i += 1)
      expect((await givePassword(browser, 'sai mật khẩu rồi đấy')).status).toBe(422)

    const locked = await givePassword(browser)
    expect(locked.status).toBe(429)
    expect(locked.headers['retry-after']).toBe('60')
    expect(locked.body).toContain('Đã sai nhiều lần. Hãy thử lại sau')
    expect(locked.body).not.toContain('Mật khẩu đúng')

    wait(world, MINUTE_MS)
    expect((await givePassword(browser, 'sai mật khẩu rồi đấy')).status).toBe(422)
    expect((await givePassword(browser)).headers['retry-after']).toBe('120')
    wait(world, 2 * MINUTE_MS)
    expect((await givePassword(browser)).url).toContain('/buoc-hai')
    await browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(official.secret, now) })
    expect(browser.cookie('phien')).toBeDefined()
  })

  it('locks a name that nobody has in the same way', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    expect(official).toBeDefined()
    const browser = new BrowserLike(world.app)
    const email = 'ai.do@trungtam.example'
    for (let i = 0; i < 5; i += 1) await givePassword(browser, 'sai mật khẩu rồi đấy', email)

    const locked = await givePassword(browser, 'sai mật khẩu rồi đấy', email)
    expect(locked.status).toBe(429)
    expect(locked.headers['retry-after']).toBe('60')
  })

  it('twenty at once are not looked at more often than five', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    expect(official).toBeDefined()
    const browsers = Array.from({ length: 20 }, () => new BrowserLike(world.app))
    await Promise.all(browsers.map((browser) => browser.open(SIGN_IN)))

    const answers = await Promise.all(
      browsers.map((browser) => browser.submit(SIGN_IN, { email: EMAIL, password: 'sai mật khẩu rồi đấy' })),
    )
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  it('wrong second factors lock as well', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const browser = new BrowserLike(world.app)
    await givePassword(browser)
    for (let i = 0; i < 5; i += 1) await browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code: '000000' })

    const locked = await browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(official.secret, now) })
    expect(locked.status).toBe(429)
    wait(world, MINUTE_MS)
    await browser.submit(`${SIGN_IN}/buoc-hai/ma`, { code: codeAt(official.secret, now) })
    expect(browser.cookie('phien')).toBeDefined()
  })

  it('an empty form is shown again with what is missing', async ({ world, official }) => {
    expect(official).toBeDefined()
    const browser = new BrowserLike(world.app)
    await browser.open(`${SIGN_IN}?lang=en`)
    const answer = await browser.submit(SIGN_IN, {})

    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Enter your work e-mail.')
    expect(answer.body).toContain('Enter the password.')
  })
})

describe('a recovery code', () => {
  it('lets its owner in once', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    const [code = ''] = official.codes
    const [first, second] = [new BrowserLike(world.app), new BrowserLike(world.app)]
    await givePassword(first)
    await first.submit(`${SIGN_IN}/buoc-hai/khoi-phuc`, { recovery: code.toLowerCase().replaceAll('-', ' ') })
    expect(first.cookie('phien')).toBeDefined()

    await givePassword(second)
    const again = await second.submit(`${SIGN_IN}/buoc-hai/khoi-phuc`, { recovery: code })
    expect(again.status).toBe(422)
    expect(second.cookie('phien')).toBeUndefined()
  })
})

describe('a passkey', () => {
  const key = new SoftAuthenticator()

  it('is set up from an invitation and signs in alone', async ({ world, official }) => {
    wait(world, 24 * 60 * MINUTE_MS)
    expect(official).toBeDefined()
    const token = await inviteFromMachine(world.db, {
      name: 'Hồ Thị Lài',
      email: 'lai.ho@trungtam.example',
      agency: 'G22',
      title: 'Chuyên viên',
      role: 'auditor',
      reason: 'Kiểm tra hằng năm',
      resets: false,
      now,
    })
    const link = invitationPath(token ?? '')
    const [browser, later] = [new BrowserLike(world.app), new BrowserLike(world.app)]
    await browser.open(link)
    const page = await browser.submit(link, { password: PASSWORD, again: PASSWORD })
    const answer = key.create(passkeyOptions(page.body, 'create'))
    const done = await browser.submit(`${SIGN_IN}/thiet-lap/khoa`, { answer, name: 'Máy ở cơ quan' })
    expect(done.status).toBe(200)
    expect(browser.cookie('phien')).toBeDefined()

    await later.open(SIGN_IN)
    await later.submit(`${SIGN_IN}/khoa`, { answer: key.get(passkeyOptions(later.last.body, 'get')) })
    expect(later.cookie('phien')).toBeDefined()
    const { means } = await world.db.one<{ means: string }>(sql`
      select means from identity.session order by opened_at desc, means limit 1`)
    expect(means).toBe('passkey')
  })

  it('is the second step after a password, too', async ({ world, official }) => {
    wait(world, MINUTE_MS)
    expect(official).toBeDefined()
    const browser = new BrowserLike(world.app)
    await browser.open(SIGN_IN)
    const asked = await browser.submit(SIGN_IN, { email: 'lai.ho@trungtam.example', password: PASSWORD })

    await browser.submit(`${SIGN_IN}/buoc-hai/khoa`, { answer: key.get(passkeyOptions(asked.body, 'get')) })

    expect(browser.cookie('phien')).toBeDefined()
  })

  it('answers each challenge once', async ({ world, official }) => {
    wait(world, MINUTE_MS)
    expect(official).toBeDefined()
    const [first, thief] = [new BrowserLike(world.app), new BrowserLike(world.app)]
    await first.open(SIGN_IN)
    await thief.open(SIGN_IN)
    const answer = key.get(passkeyOptions(first.last.body, 'get'))
    await first.submit(`${SIGN_IN}/khoa`, { answer })

    const replay = await thief.submit(`${SIGN_IN}/khoa`, { answer })
    expect(replay.status).toBe(422)
    expect(thief.cookie('phien')).toBeUndefined()
  })

  it('is refused from another site, without a PIN, with a counter that went back, and too late', async ({
    world,
    official,
  }) => {
    expect(official).toBeDefined()
    const tries: [string, () => void][] = [
      [
        'no PIN',
        () => {
          key.verifiesUser = false
        },
      ],
      [
        'counter',
        () => {
          key.verifiesUser = true
          key.counter = 0
        },
      ],
      [
        'too late',
        () => {
          key.counter = 1_000
          wait(world, 15 * MINUTE_MS)
        },
      ],
    ]
    for (const [what, change] of tries) {
      const browser = new BrowserLike(world.app)
      await browser.open(SIGN_IN)
      change()
      const answer = await browser.submit(`${SIGN_IN}/khoa`, {
        answer: key.get(passkeyOptions(browser.last.body, 'get')),
      })
      expect([what, answer.status]).toEqual([what, 422])
    }
    const browser = new BrowserLike(world.app)
    await browser.open(SIGN_IN)
    for (const answer of ['', '{}', '{"id":"x","response":{}}', '[]', 'null']) {
      expect((await browser.submit(`${SIGN_IN}/khoa`, { answer })).status).toBe(422)
    }
  })
})

it('neither the log nor an address holds a name, an e-mail or a code', ({ world, official }) => {
  const log = world.logged.join('\n')
  expect(log).toContain('not let in')
  for (const secret of [EMAIL, 'khong.co', 'Hồng Thái', PASSWORD, ...official.codes])
    expect(log).not.toContain(secret)
})
