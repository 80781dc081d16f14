import { Type } from 'typebox'
import { actsOn } from '#platform/acts'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { managedOfficial } from '../../officials/administrator.ts'
import { isLiving } from '../../officials/list.ts'
import { thingOf } from '../../officials/official.ts'
import { namesOfOfficials } from '../../queries/officials.ts'
import type { IdentityServices } from '../../services.ts'
import { administratorOf, agencyNames, officialPath } from './desk.ts'
import { OfficialView } from './official-view.tsx'
import { type Done, words } from './text.ts'

export const Params = Type.Object({ id: Type.String({ maxLength: 36 }) })
const Query = Type.Object({ xong: Type.Optional(Type.String({ maxLength: 20 })) })
const MOST_ACTS = 50

/** One official, as far as they belong to the administrator's agencies. */
export function managedOfficialPage(app: App, services: IdentityServices): void {
  const { db, clock } = services
  app.get(
    officialPath(':id'),
    { schema: { params: Params, querystring: Query }, config: { access: 'administrator' } },
    async (request, reply) => {
      const now = clock()
      const administrator = await administratorOf(services, request)
      const managed = await managedOfficial(db, administrator, request.params.id, now)
      const { official, posts, grants, elsewhere } = managed
      // What others do with an official stays between them and their own administrator.
      const acts = elsewhere === 0 ? await actsOn(db, thingOf(official.accountId), MOST_ACTS) : []
      const people = [...acts.map(({ actor }) => actor), ...grants.map(({ grantedBy }) => grantedBy ?? '')]
      const ids = people.filter((id) => /^[0-9a-f]{8}-/.test(id))
      const handles = [...posts, ...grants].map(({ agency }) => agency)
      const page = (
        <OfficialView
          shell={shellOf(request)}
          managed={{ ...managed, grants: grants.filter((grant) => isLiving(grant, now)) }}
          isSelf={official.accountId === administrator.accountId}
          acts={acts}
          nameOf={await agencyNames(services, handles, request.lang)}
          people={await namesOfOfficials(db, [...new Set(ids)])}
          done={doneIn(request.query.xong)}
        />
      )
      return sendPage(reply.header('cache-control', 'no-store'), 200, page)
    },
  )
}

function doneIn(told: string | undefined): Done | undefined {
  return told !== undefined && isDone(told) ? told : undefined
}

function isDone(told: string): told is Done {
  return Object.hasOwn(words.vi.done, told)
}
