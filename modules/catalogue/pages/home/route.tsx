import { countUnits } from '#directory'
import { addDays, civilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { readLifeEvents } from '../../queries/life-events.ts'
import { readFigures, readLines } from '../../queries/procedures.ts'
import { mostUsedCodes } from '../../queries/views.ts'
import type { CatalogueServices } from '../../services.ts'
import { HomePage } from './view.tsx'

const MOST_USED = 8
const DAYS = 30

export function homePage(app: App, { db, clock }: CatalogueServices): void {
  app.get('/', { config: { access: 'anyone', isSameForAll: true } }, async (request, reply) => {
    const now = clock()
    const today = civilDate(now)
    const [events, figures, codes, communes] = await Promise.all([
      readLifeEvents(db),
      readFigures(db),
      mostUsedCodes(db, addDays(today, -DAYS), MOST_USED),
      countUnits(db, 'commune', today),
    ])
    const mostUsed = await readLines(db, codes)
    return sendPage(
      reply,
      200,
      <HomePage
        shell={shellOf(request)}
        events={events}
        mostUsed={mostUsed}
        figures={{ ...figures, communes }}
        asOf={formatMoment(now)}
      />,
    )
  })
}
