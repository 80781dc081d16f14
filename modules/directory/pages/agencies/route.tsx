import { Type } from 'typebox'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { agenciesNear, findAgency } from '../../agencies.ts'
import { countAgencies, listAgencies } from '../../agency-list.ts'
import { addressOf, questionOf } from './address.ts'
import { type AgencyGroups, OverviewPage } from './overview.tsx'
import { AgencyResultsPage } from './view.tsx'

const PAGE_SIZE = 30
const MOST_OF_A_KIND = 200
const LONGEST_QUESTION = 200

/** A question of any length is answered: the search looks at its beginning. */
const Query = Type.Object({
  q: Type.Optional(Type.String()),
  loai: Type.Optional(Type.String({ maxLength: 40 })),
  cap: Type.Optional(Type.String({ maxLength: 40 })),
  thuoc: Type.Optional(Type.String({ maxLength: 64 })),
  'tinh-trang': Type.Optional(Type.String({ maxLength: 40 })),
  sau: Type.Optional(Type.String({ maxLength: 600 })),
})

export function agenciesPage(app: App, { db, clock }: Services): void {
  app.get(
    '/co-quan',
    { schema: { querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const shell = shellOf(request)
      const on = civilDate(clock())
      const { sau: cursor, ...params } = request.query
      const question = questionOf({ ...params, q: (params.q ?? '').slice(0, LONGEST_QUESTION) })
      if (addressOf(question) === '/co-quan' && !cursor) {
        return sendPage(reply, 200, <OverviewPage shell={shell} groups={await everyGroup(db, on)} />)
      }

      const [page, total, parent] = await Promise.all([
        listAgencies(db, { ...question, limit: PAGE_SIZE, ...(cursor && { cursor }) }, on),
        countAgencies(db, question, on),
        question.parent ? findAgency(db, question.parent, on) : undefined,
      ])
      const near = total === 0 && question.q ? await agenciesNear(db, question.q, on) : []
      return sendPage(
        reply,
        200,
        <AgencyResultsPage
          shell={shell}
          question={question}
          page={page}
          total={total}
          parent={parent}
          near={near}
        />,
      )
    },
  )
}

async function everyGroup(db: Db, on: CivilDate): Promise<AgencyGroups> {
  const [ministries, otherCentral, provinces, dissolved] = await Promise.all([
    listAgencies(
      db,
      { kinds: ['ministry', 'ministerial_body'], status: 'current', limit: MOST_OF_A_KIND },
      on,
    ),
    listAgencies(
      db,
      { kinds: ['government_body', 'joint_council'], status: 'current', limit: MOST_OF_A_KIND },
      on,
    ),
    listAgencies(db, { kinds: ['provincial_committee'], status: 'current', limit: MOST_OF_A_KIND }, on),
    listAgencies(db, { status: 'dissolved', limit: MOST_OF_A_KIND }, on),
  ])
  return {
    ministries: ministries.agencies,
    otherCentral: otherCentral.agencies,
    provinces: provinces.agencies,
    dissolved: dissolved.agencies,
  }
}
