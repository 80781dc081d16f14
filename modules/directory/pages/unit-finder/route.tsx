import { Type } from 'typebox'
import { civilDate } from '#kernel/civil-date'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { resolveUnit } from '../../resolve-unit.ts'
import { listProvinces } from '../../units-find.ts'
import { UnitFinderPage } from './view.tsx'

const LONGEST_QUESTION = 300

/** A question of any length is answered: of a long one, the end, where an address names the units. */
const Query = Type.Object({ q: Type.Optional(Type.String()) })

export function unitFinderPage(app: App, { db, clock }: Services): void {
  app.get(
    '/don-vi-hanh-chinh',
    { schema: { querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const today = civilDate(clock())
      const q = tidy(request.query.q ?? '').slice(-LONGEST_QUESTION)
      const [found, provinces] = await Promise.all([
        q ? resolveUnit(db, { text: q, today }) : undefined,
        listProvinces(db, today),
      ])
      const page = <UnitFinderPage shell={shellOf(request)} q={q} found={found} provinces={provinces} />
      return sendPage(reply, 200, page)
    },
  )
}
