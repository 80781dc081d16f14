import { civilDate } from '#kernel/civil-date'
import { recordAct } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { exportAccount } from '../../account-export.ts'
import { ExportPage } from './view.tsx'

const ADDRESS = '/tai-khoan/xuat'
const FILE = `${ADDRESS}/du-lieu.json`

/** Xuất dữ liệu của tôi. */
export function exportPage(app: App, { db, clock }: Services): void {
  app.get(ADDRESS, { config: { access: 'applicant' } }, (request, reply) =>
    sendPage(reply, 200, <ExportPage shell={shellOf(request)} address={FILE} />),
  )

  app.get(FILE, { config: { access: 'applicant' } }, async (request, reply) => {
    const { id } = request.actor
    const now = clock()
    const parts = await db.transaction(async (tx) => {
      await recordAct(tx, { actor: id, verb: 'identity.exported', thing: `account:${id}`, now })
      return exportAccount(tx, id, now)
    })
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="mot-cua-${civilDate(now)}.json"`)
      .type('application/json; charset=utf-8')
    return reply.send(JSON.stringify(parts, undefined, 2))
  })
}
