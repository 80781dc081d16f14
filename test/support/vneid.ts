import { startVneidSandbox } from '../../app/vneid-sandbox.ts'
import { BrowserLike } from './browser-like.ts'
import { test as bareTest, openWorld } from './world.ts'

type Switches = Readonly<Record<string, unknown>>

/** People and organizations of the sandbox whom tests speak of, by their TechID. */
export const WHO = {
  /** Nguyễn Văn An, 40, level 2, father of Châu and Duy. */
  an: id(1),
  /** Trần Thị Bình, level 2, their mother. */
  binh: id(2),
  /** Nguyễn Minh Châu, 9, level 1. */
  chau: id(3),
  /** Võ Thị Hoa, 78, level 2. */
  hoa: id(8),
  /** Bùi Thị Lan, 72, level 1. */
  lan: id(10),
  /** Phan Văn Út, whose papers give a year of birth alone. */
  ut: id(25),
  /** Sato Haruka, from Japan, level 1, no personal number. */
  haruka: id(29),
  /** Công ty Cảng Mẫu Phương Đông, represented by Nguyễn Thị Kim Oanh. */
  port: id(101),
  /** Hợp tác xã Nông nghiệp Mẫu Thành Vinh, an organization of kind 3. */
  cooperative: id(105),
} as const

/** A test with the portal and a real sandbox of VNeID, one of each for a test file. */
export const test = bareTest
  .extend('vneid', { scope: 'file' }, async ({ server: _server }, { onCleanup }) => {
    const sandbox = await startVneidSandbox('http://portal.test')
    onCleanup(() => sandbox.stop())
    return {
      ...sandbox,
      /** Turns everything off, and then on what is named. */
      async turn(switches: Switches = {}): Promise<void> {
        const body = JSON.stringify({ reset: true, ...switches })
        const answer = await fetch(`${sandbox.issuer}/sandbox/switches`, { method: 'POST', body })
        if (!answer.ok) throw new Error(await answer.text())
      },
    }
  })
  .extend('portal', { scope: 'file' }, async ({ server, vneid }, { onCleanup }) => {
    const world = await openWorld(server, {
      VNEID_ISSUER: vneid.issuer,
      VNEID_CLIENT_ID: vneid.clientId,
      VNEID_CLIENT_SECRET: vneid.clientSecret,
    })
    // Tokens carry the time of this machine.
    world.setClock(new Date())
    onCleanup(() => world.close())
    return world
  })
  .extend('browser', ({ portal }) => new BrowserLike(portal.app))

/** Goes through VNeID from wherever the browser stands: chooses a person, confirms level 2, agrees to share. */
export async function passVneid(browser: BrowserLike, who: string): Promise<void> {
  if (browser.last.body.includes('name="who"') && browser.last.body.includes('/login"'))
    await browser.submit(/\/login$/, { who })
  if (/interaction\/[^"]+\/confirm"/.test(browser.last.body))
    await browser.submit(/interaction\/.*\/confirm$/)
  // Somebody else was signed in there: VNeID ends that session first.
  if (browser.last.body.includes('/session/end/confirm"')) await browser.submit(/\/session\/end\/confirm$/)
  if (browser.last.body.includes('/consent"')) await browser.submit(/\/consent$/)
}

/** Signs in from the sign-in page; `back` is where to go afterwards. */
export async function signIn(
  browser: BrowserLike,
  who: string,
  { level = 1, back = '/' }: { level?: 1 | 2; back?: string } = {},
): Promise<void> {
  await browser.open(`/dang-nhap/vneid?muc=${level}&ve=${encodeURIComponent(back)}`)
  await passVneid(browser, who)
}

function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
