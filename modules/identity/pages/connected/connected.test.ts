import * as oauth from 'oauth4webapi'
import { expect } from 'vitest'
import { COMPANY, LAN, MINH, signedIn, test, travel } from '../../../../test/support/sso.ts'

test('a person sees which applications may read what, and takes it back at once', async ({
  world,
  portal,
}) => {
  const rp = await portal.party({ name: 'Cổng Sở Mẫu' })
  const lasting = { scope: 'openid dinh_danh offline_access', prompt: 'consent' }
  const browser = await signedIn(world, LAN)
  const { access_token, refresh_token = '' } = await rp.signIn(browser, lasting)

  const page = await browser.open('/tai-khoan/ket-noi')
  const after = await browser.submit('/tai-khoan/ket-noi')

  expect(page.body).toContain('Cổng Sở Mẫu')
  expect(page.body).toContain('Văn phòng Chính phủ')
  expect(page.body).toContain('Thông tin định danh')
  expect(after.body).toContain('Bạn đã rút lại đồng ý cho Cổng Sở Mẫu')
  expect((await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)).status).toBe(401)
  const refresh = await oauth.refreshTokenGrantRequest(rp.as, rp.client, rp.auth, refresh_token, rp.options)
  expect(refresh.status).toBe(400)
  const again = await travel(browser, (await rp.start({ prompt: 'none' })).url)
  expect(again.left?.searchParams.get('error')).toBe('consent_required')
})

test('nobody takes back what another has agreed to', async ({ world, portal }) => {
  const rp = await portal.party()
  const { access_token } = await rp.signIn(await signedIn(world, LAN))
  const other = await signedIn(world, MINH)
  await portal.party().then(async (own) => own.signIn(other))
  const page = await other.open('/tai-khoan/ket-noi')

  const answer = await other.submit('/tai-khoan/ket-noi', { 'ung-dung': rp.id })

  expect(page.body).not.toContain(rp.id)
  expect(answer.status).toBe(404)
  expect((await oauth.userInfoRequest(rp.as, rp.client, access_token, rp.options)).status).toBe(200)
})

test('whoever has agreed to nothing reads so', async ({ world, portal }) => {
  await portal.party()

  const page = await (await signedIn(world, COMPANY)).open('/tai-khoan/ket-noi')

  expect(page.body).toContain('Bạn chưa kết nối với ứng dụng nào.')
})
