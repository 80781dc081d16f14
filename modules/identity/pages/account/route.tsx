import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { currentHolder, findAccount } from '../../account.ts'
import { claimChangesOf } from '../../queries/accounts-history.ts'
import { AccountPage } from './view.tsx'

const OFFICIALS_ACCOUNT = '/can-bo/bao-mat'

/** Tài khoản. An official's own page is the one about their ways to sign in. */
export function accountPage(app: App, { db }: Services): void {
  app.get('/tai-khoan', { config: { access: 'signed_in' } }, async (request, reply) => {
    const { id } = request.actor
    const [account, holder, changes] = await Promise.all([
      findAccount(db, id),
      currentHolder(db, id),
      claimChangesOf(db, id),
    ])
    if (account?.kind === 'official') return reply.redirect(OFFICIALS_ACCOUNT, 302)
    if (!account || !holder) throw new Refusal('access.sign_in')
    reply.header('cache-control', 'no-store')
    const assurance = request.session?.assurance ?? 1
    const props = { shell: shellOf(request), account, holder, changes, assurance }
    return sendPage(reply, 200, <AccountPage {...props} />)
  })
}
