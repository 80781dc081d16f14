import { Type } from 'typebox'
import { civilDate } from '#kernel/civil-date'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { requireAgency } from '../../agencies.ts'
import { agencyAddress } from '../../agency.ts'
import { listAgencies } from '../../agency-list.ts'
import { loadWorkCalendar } from '../../calendar.ts'
import { AgencyPage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) })
const MOST_CHILDREN = 300

export function agencyPage(app: App, { db, clock }: Services): void {
  app.get(
    '/co-quan/:code',
    { schema: { params: Params }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const { code } = request.params
      const on = civilDate(clock())
      const agency = await requireAgency(db, code, on)
      // One agency has one address, however its code was spelled.
      if (agency.handle !== code) return reply.redirect(agencyAddress(agency.handle), 301)

      const question = { parent: agency.handle, status: 'current', limit: MOST_CHILDREN } as const
      const [{ agencies }, calendar] = await Promise.all([
        agency.childCount > 0 ? listAgencies(db, question, on) : { agencies: [] },
        agency.status === 'current' ? loadWorkCalendar(db, { handle: agency.handle, on }) : undefined,
      ])
      return sendPage(
        reply,
        200,
        <AgencyPage
          shell={shellOf(request)}
          agency={agency}
          childAgencies={agencies}
          calendar={calendar}
          today={on}
        />,
      )
    },
  )
}
