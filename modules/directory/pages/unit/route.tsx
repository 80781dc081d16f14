import { Type } from 'typebox'
import { type CivilDate, civilDate } from '#kernel/civil-date'
import { parseCivilDate } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, type Services, shellOf } from '#platform/http'
import { resolveUnit } from '../../resolve-unit.ts'
import { listProvinces, requireUnitStory, type UnitStory, unitsWithin } from '../../units-find.ts'
import { UnitFinderPage } from '../unit-finder/view.tsx'
import { UnitPage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 200 }) })
/** `ngay`: the day on which the code is meant, for codes that were given to another unit since. */
const Query = Type.Object({ ngay: Type.Optional(Type.String({ maxLength: 10 })) })

export function unitPage(app: App, { db, clock }: Services): void {
  app.get(
    '/don-vi-hanh-chinh/:code',
    { schema: { params: Params, querystring: Query }, config: { access: 'anyone', isSameForAll: true } },
    async (request, reply) => {
      const { code } = request.params
      const today = civilDate(clock())
      const at = request.query.ngay ? parseCivilDate(request.query.ngay) : undefined
      const shell = shellOf(request)
      const story = await storyOf(db, code, { at, today })
      if (story) {
        const within = await unitsWithin(db, story.unit, today)
        return sendPage(reply, 200, <UnitPage shell={shell} story={story} within={within} />)
      }
      const [found, provinces] = await Promise.all([
        resolveUnit(db, { text: code, today }),
        listProvinces(db, today),
      ])
      return sendPage(
        reply,
        404,
        <UnitFinderPage shell={shell} q={code} found={found} provinces={provinces} />,
      )
    },
  )
}

type Asked = { readonly at: CivilDate | undefined; readonly today: CivilDate }

/** `undefined` when the code names nothing: the finder then shows what comes near. */
async function storyOf(db: Db, code: string, asked: Asked): Promise<UnitStory | undefined> {
  try {
    return await requireUnitStory(db, code, asked)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'directory.unit_unknown') return undefined
    throw error
  }
}
