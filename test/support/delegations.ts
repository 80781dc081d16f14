import type { BrowserLike } from './browser-like.ts'

export const DELEGATIONS = '/tai-khoan/uy-quyen'

/** The code that somebody reads out to be given a power. */
export async function codeOf(browser: BrowserLike): Promise<string> {
  await browser.open(DELEGATIONS)
  const { body } = await browser.submit('/tai-khoan/uy-quyen/ma')
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(body.slice(body.indexOf('<main')))?.[0] ?? ''
}

const PURPOSE = 'Nộp hồ sơ cấp đổi giấy phép lái xe'

/** A filled form for a power in one procedure. */
export function grantFields(code: string, more: Readonly<Record<string, string>> = {}) {
  return {
    loai: 'authorised',
    ma: code,
    'muc-dich': PURPOSE,
    'pham-vi': 'mot-so',
    'thu-tuc': '1.001193',
    'den-ngay-day': '1',
    'den-ngay-month': '7',
    'den-ngay-year': '2026',
    ...more,
  }
}

/** Gives a power, with a look at the name in between. */
export async function grant(giver: BrowserLike, code: string, more: Readonly<Record<string, string>> = {}) {
  await giver.open(`${DELEGATIONS}/moi`)
  await giver.submit(`${DELEGATIONS}/moi`, grantFields(code, more))
  return giver.submit(`${DELEGATIONS}/moi`, { 'xac-nhan': 'co' })
}
