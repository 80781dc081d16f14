import { pino } from 'pino'
import { test as bareTest, describe, expect, inject } from 'vitest'
import { ssoTasks } from '#identity'
import { startWorker } from '#platform/jobs'
import { startAgency } from './support/agency-portal.ts'
import { BrowserLike } from './support/browser-like.ts'
import { freePort } from './support/free-port.ts'
import { addPeople, approvedClient, LAN, openPortalSession } from './support/sso.ts'
import { openWorld } from './support/world.ts'

/** The portal on a real port, with its worker, and an agency's program in a process of its own. */
const test = bareTest
  .extend('server', { scope: 'file' }, () => inject('server'))
  .extend('both', { scope: 'file' }, async ({ server }, { onCleanup }) => {
    const portalUrl = `http://127.0.0.1:${await freePort()}`
    const world = await openWorld(server, { PUBLIC_URL: portalUrl })
    world.setClock(new Date())
    await world.app.listen({ port: Number(new URL(portalUrl).port), host: '127.0.0.1' })
    await addPeople(world)
    const { db, services } = world
    const tasks = ssoTasks({ vault: services.vault, publicUrl: portalUrl })
    const stopWorker = await startWorker({ db, log: pino({ level: 'silent' }), handlers: [], tasks })
    const agency = await startAgency(portalUrl)
    onCleanup(async () => {
      await agency.stop()
      await stopWorker()
      await world.close()
    })
    await agency.useClient(
      await approvedClient(world, {
        isTest: true,
        scopes: ['openid', 'dinh_danh'],
        redirectUris: [`${agency.origin}/callback`],
        signOutUris: [`${agency.origin}/`],
        backChannelUri: `${agency.origin}/back-channel`,
      }),
    )
    const browser = () => new BrowserLike(world.app, { portal: portalUrl })
    return { world, portalUrl, agency, browser }
  })

describe('a program of another agency, on another library, in another process', () => {
  test('lets somebody in who is signed in at the portal, with no second password, and shows what they agreed to', async ({
    both,
  }) => {
    const { world, agency } = both
    const browser = both.browser()
    browser.setCookie('phien', await openPortalSession(world, LAN))

    const consent = await browser.open(`${agency.origin}/sign-in`)
    const page = await browser.submit(/xac-nhan/, { 'tra-loi': 'dong-y' })

    expect(consent.body).toContain('Ứng dụng thử nghiệm')
    expect(page.url).toBe(`${agency.origin}/`)
    expect(page.body).toContain('Xin chào Nguyễn Thị Lan')
    expect(page.body).toContain('001190000017')
  })

  test('asks nothing at all the second time', async ({ both }) => {
    const { world, agency } = both
    const browser = both.browser()
    browser.setCookie('phien', await openPortalSession(world, LAN))

    const page = await browser.open(`${agency.origin}/sign-in`)

    expect(page.body).toContain('Xin chào Nguyễn Thị Lan')
  })

  test('is told by the back channel when somebody signs out of the portal', async ({ both }) => {
    const { world, agency, portalUrl } = both
    const browser = both.browser()
    browser.setCookie('phien', await openPortalSession(world, LAN))
    await browser.open(`${agency.origin}/sign-in`)
    await browser.open(`${portalUrl}/dang-xuat`)

    await browser.submit('/dang-xuat', { noi: 'day' })

    await expect
      .poll(async () => (await browser.open(`${agency.origin}/`)).body, { timeout: 10_000 })
      .toContain('Đăng nhập bằng')
  })

  test('signs somebody out of both when they sign out there', async ({ both }) => {
    const { world, agency, portalUrl } = both
    const browser = both.browser()
    browser.setCookie('phien', await openPortalSession(world, LAN))
    await browser.open(`${agency.origin}/sign-in`)

    const page = await browser.submit('/sign-out')

    expect(page.url).toBe(`${agency.origin}/`)
    expect(page.body).toContain('Đăng nhập bằng')
    expect((await browser.open(`${portalUrl}/tai-khoan/ket-noi`)).url).toContain('/dang-nhap')
  })

  test('does not believe a logout token that it cannot verify', async ({ both }) => {
    const answer = await fetch(`${both.agency.origin}/back-channel`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: 'eyJhbGciOiJub25lIn0.e30.' }),
    })

    expect(answer.status).toBe(400)
  })
})
