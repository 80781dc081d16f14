import { expect } from 'vitest'
import type { BrowserLike } from '../../../test/support/browser-like.ts'
import { approvedClient, CALLBACK, PORTAL } from '../../../test/support/sso.ts'
import { passVneid, test, WHO } from '../../../test/support/vneid.ts'

/** A request of an application, with PKCE made up beforehand. */
const requestOf = (clientId: string, more = '') =>
  `/oauth2/authorize?${new URLSearchParams({
    client_id: clientId,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid',
    state: 'xyz',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })}${more}`

/** Goes on as a browser does with the page that leads out of the sign-in by itself, and stops outside of the portal. */
async function goOn(browser: BrowserLike): Promise<string> {
  let answer = browser.last
  for (let count = 0; count < 8; count += 1) {
    const next = answer.headers['location'] ?? answer.headers['refresh']?.replace(/^0;url=/, '')
    if (next === undefined) return answer.url
    if (!next.startsWith(PORTAL) && !next.startsWith('/')) return next
    answer = await browser.ask('GET', next)
  }
  throw new Error('A circle')
}

test('whoever is not signed in goes to VNeID, comes back to the question, agrees, and is in', async ({
  portal,
  browser,
}) => {
  const { clientId } = await approvedClient(portal)
  await browser.open(requestOf(clientId))
  const way = /href="(\/dang-nhap\/vneid[^"]*)"/.exec(browser.last.body)?.[1]?.replaceAll('&amp;', '&') ?? ''

  await browser.open(way)
  portal.setClock(new Date())
  await passVneid(browser, WHO.an)
  if (browser.last.url.includes('/dang-nhap/lan-dau')) await leaveFirstPage(browser)
  const onward = browser.last
  const consent = await goOn(browser)

  expect(onward.body).toContain('Trình duyệt đang chuyển bạn tới Một cửa điện tử')
  expect(consent).toContain('/xac-nhan/')
  const path = new URL(consent).pathname
  const token = /name="_csrf" value="([^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  await browser.ask('POST', path, new URLSearchParams({ _csrf: token, 'tra-loi': 'dong-y' }).toString())
  const left = new URL(await goOn(browser))
  expect(left.origin + left.pathname).toBe(CALLBACK)
  expect(left.searchParams.get('code')).toBeTruthy()
  expect(left.searchParams.get('state')).toBe('xyz')
})

test('a client that needs level 2 takes the person through the step up, and back', async ({
  portal,
  browser,
}) => {
  const { clientId } = await approvedClient(portal)
  await browser.open('/dang-nhap/vneid')
  await passVneid(browser, WHO.binh)
  const before = browser.cookie('phien')

  await browser.open(requestOf(clientId, '&acr_values=LoA2'))
  const stepUp = browser.last.url
  const way =
    /href="(\/dang-nhap\/vneid[^"]*muc=2[^"]*)"/.exec(browser.last.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  await browser.open(way)
  await passVneid(browser, WHO.binh)
  const consent = await goOn(browser)

  expect(stepUp).toContain('/dang-nhap/muc-2')
  expect(browser.cookie('phien')).not.toBe(before)
  expect(consent).toContain('/xac-nhan/')
})

async function leaveFirstPage(browser: BrowserLike): Promise<void> {
  const way = /href="(\/xac-nhan\/[^"]+)"/.exec(browser.last.body)?.[1] ?? ''
  await browser.open(way)
}
