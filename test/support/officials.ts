import { Secret, TOTP } from 'otpauth'
import { invitationPath, inviteFromMachine, type MachineInvitation } from '#identity'
import { BrowserLike } from './browser-like.ts'
import type { World } from './world.ts'

export const PASSWORD = 'mưa rào trên mái tôn cũ'
const STEP_MS = 30_000

/** The code that an authenticator app shows at a moment. */
export function codeAt(secret: string, moment: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: moment.getTime(),
  })
}

/** A moment at which the app shows the code after this one: no code is taken twice. */
export function oneStepLater(moment: Date): Date {
  return new Date(moment.getTime() + STEP_MS)
}

/** The key that a page shows for typing into an app. */
export function secretOn(page: string): string {
  const secret = /<span class="code code--long">((?:[A-Z2-7]{4} ?)+)<\/span>/.exec(page)?.[1]
  if (!secret) throw new Error('This page shows no key for an authenticator app')
  return secret
}

/** Recovery codes that a page shows. */
export function codesOn(page: string): string[] {
  return [...page.matchAll(/>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</g)].map(([, code = '']) => code)
}

/** The invitation that a page shows, as a path. */
export function linkOn(page: string): string {
  const link = /\/thu-moi\/[A-Za-z0-9_-]{43}/.exec(page)?.[0]
  if (!link) throw new Error('This page shows no invitation')
  return link
}

/** An official with an authenticator app, as a test knows them. */
export type TestOfficial = {
  readonly email: string
  readonly secret: string
  readonly codes: readonly string[]
  /** Signed in. */
  readonly browser: BrowserLike
}

/** Accepts an invitation as a person does: password, app, recovery codes. The browser ends up signed in. */
export async function acceptWithApp(
  world: World,
  link: string,
  email: string,
  now: Date,
): Promise<TestOfficial> {
  const browser = new BrowserLike(world.app)
  await browser.open(link)
  const page = await browser.submit(link, { password: PASSWORD, again: PASSWORD })
  const secret = secretOn(page.body)
  const done = await browser.submit('/dang-nhap/can-bo/thiet-lap/ma', { code: codeAt(secret, now) })
  if (done.status !== 200) throw new Error(`The invitation was not accepted: ${done.status} ${done.body}`)
  return { email, secret, codes: codesOn(done.body), browser }
}

/** Appoints an administrator from the machine, and lets them in. */
export async function firstAdministrator(
  world: World,
  now: Date,
  change: Partial<MachineInvitation> = {},
): Promise<TestOfficial> {
  const wish: MachineInvitation = {
    name: 'Vũ Hồng Thái',
    email: 'thai.vu@trungtam.example',
    agency: 'G22',
    title: 'Quản trị hệ thống',
    role: 'administrator',
    reason: 'Quản trị viên đầu tiên',
    resets: false,
    now,
    ...change,
  }
  const token = await inviteFromMachine(world.db, wish)
  if (!token) throw new Error('There is such an official already')
  return acceptWithApp(world, invitationPath(token), wish.email, now)
}
