import type { Browser } from 'playwright-core'
import { test as bareTest, inject } from 'vitest'
import { startVneidSandbox } from '../../app/vneid-sandbox.ts'
import { startBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { openWorld, type World } from '../support/world.ts'
import { PHONE } from './journey.ts'
import type { Visitor, VisitorKind } from './visitor.ts'

export type House = { readonly world: World; readonly address: string; readonly browser: Browser }

/** The portal with its VNeID beside it, each at an address that the other knows. */
export const test = bareTest
  .extend('server', { scope: 'file' }, () => inject('server'))
  .extend('house', { scope: 'file' }, async ({ server }, { onCleanup }): Promise<House> => {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const [browser, vneid] = await Promise.all([startBrowser(), startVneidSandbox(address)])
    const world = await openWorld(server, {
      PUBLIC_URL: address,
      VNEID_ISSUER: vneid.issuer,
      VNEID_CLIENT_ID: vneid.clientId,
      VNEID_CLIENT_SECRET: vneid.clientSecret,
    })
    // Tokens carry the time of this machine.
    world.setClock(new Date())
    onCleanup(async () => {
      await browser.close()
      await world.close()
      await vneid.stop()
    })
    await world.app.listen({ host: '127.0.0.1', port })
    return { world, address, browser }
  })

export const WITHOUT_SCRIPT: VisitorKind = { ...PHONE, name: 'on a phone without script', script: 'off' }

/** From the sign-in page through VNeID, and back to where it leads. */
export async function signIn({ page, open }: Visitor, name: string, back: string): Promise<void> {
  await open(`/dang-nhap?ve=${encodeURIComponent(back)}`)
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByRole('button', { name: `${name} sinh` }).click()
  const agree = page.getByRole('button', { name: 'Đồng ý chia sẻ' })
  if (await agree.isVisible()) await agree.click()
}
