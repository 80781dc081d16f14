import { countUnits } from '#directory'
import { addDays, civilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { shortMemory } from '#platform/short-memory'
import { readLifeEvents } from '../../queries/life-events.ts'
import { readFigures, readLines } from '../../queries/procedures.ts'
import { mostUsedCodes } from '../../queries/views.ts'
import type { CatalogueServices } from '../../services.ts'
import { HomePage } from './view.tsx'

const MOST_USED = 8
const DAYS = 30

/** Counted once in this time and for each version of the catalogue; the page says as of when. */
const COUNT_MS = 10_000
const counted = shortMemory<Counted>({ forMs: COUNT_MS, most: 4 })

type Counted = Omit<Parameters<typeof HomePage>[0], 'shell'>

export function homePage(app: App, { db, clock, search }: CatalogueServices): void {
  app.get('/', { config: { access: 'anyone', isSameForAll: true } }, async (request, reply) => {
    const now = clock()
    const page = await counted(db, `${search.version()} ${civilDate(now)}`, () => count(db, now))
    return sendPage(reply, 200, <HomePage shell={shellOf(request)} {...page} />)
  })
}

async function count(db: Db, now: Date): Promise<Counted> {
  const today = civilDate(now)
  const [events, figures, codes, communes] = await Promise.all([
    readLifeEvents(db),
    readFigures(db),
    mostUsedCodes(db, addDays(today, -DAYS), MOST_USED),
    countUnits(db, 'commune', today),
  ])
  const mostUsed = await readLines(db, codes)
  return { events, mostUsed, figures: { ...figures, communes }, asOf: formatMoment(now) }
}
