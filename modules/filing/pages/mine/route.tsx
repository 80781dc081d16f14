import { Type } from 'typebox'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findDossier, listForOwner } from '#register'
import { listDrafts } from '../../draft.ts'
import type { FilingServices } from '../../services.ts'
import { filerOf } from '../../whose.ts'
import { MinePage } from './view.tsx'

const Query = Type.Object({ sau: Type.Optional(Type.String({ maxLength: 64 })) })
const PAGE_SIZE = 20

/** Hồ sơ của tôi, or of whom I act for: only in the procedures that I may act in. */
export function minePage(app: App, { db, clock }: FilingServices): void {
  app.get(
    '/ho-so',
    { schema: { querystring: Query }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { owner } = filerOf(request)
      const { sau } = request.query
      const last = sau === undefined ? undefined : await findDossier(db, sau)
      const after = last?.applicant.owner === owner ? last : undefined
      const [drafts, found] = await Promise.all([
        after ? [] : listDrafts(db, owner),
        listForOwner(db, { owner, after, limit: PAGE_SIZE + 1 }),
      ])
      const procedures = request.actingFor?.procedures ?? []
      const isCovered = ({ procedureCode }: { procedureCode: string }) =>
        procedures.length === 0 || procedures.includes(procedureCode)
      const dossiers = found.slice(0, PAGE_SIZE)
      const end = dossiers.at(-1)
      const olderHref =
        found.length > PAGE_SIZE && end ? `/ho-so?sau=${encodeURIComponent(end.code)}` : undefined
      reply.header('cache-control', 'no-store')
      const page = {
        shell: shellOf(request),
        drafts: drafts.filter(isCovered),
        dossiers: dossiers.filter(isCovered),
        olderHref,
        now: clock(),
      }
      return sendPage(reply, 200, <MinePage {...page} />)
    },
  )
}
