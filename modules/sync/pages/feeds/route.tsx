import { Type } from 'typebox'
import { isoMoment } from '#kernel/civil-date-text'
import { writeCsv } from '#kernel/csv'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { type Feed, feedsOf } from '../../feeds.ts'
import type { SyncServices } from '../../services.ts'
import { FeedsPage } from './view.tsx'

const FeedAnswer = Type.Object({
  agency: Type.String({ description: 'Handle of the agency' }),
  agencyName: Type.String(),
  lastAt: Type.String({ description: 'When its last message arrived' }),
  messages: Type.Integer({ description: 'Over the last 30 days, as all that follow' }),
  items: Type.Integer(),
  stored: Type.Integer(),
  repeated: Type.Integer({ description: 'Reports that were known already' }),
  refused: Type.Integer(),
  irregular: Type.Integer({ description: 'Statuses that the law does not foresee after the one before' }),
  late: Type.Integer({ description: 'Reports about a moment before what was known' }),
  lagHours: Type.Optional(Type.Number({ description: 'From what happened to its arrival, on the average' })),
})

/** Kết nối: the board of feeds, and the same as open data. */
export function feedPages(app: App, { db, clock }: SyncServices): void {
  app.get('/ket-noi', { config: { access: 'anyone' } }, async (request, reply) => {
    const feeds = await feedsOf(db, clock())
    return sendPage(reply, 200, <FeedsPage shell={shellOf(request)} feeds={feeds} />)
  })
  app.get(
    '/ket-noi/du-lieu.csv',
    { config: { access: 'anyone' }, schema: { hide: true } },
    async (_request, reply) => {
      const feeds = await feedsOf(db, clock())
      reply.header('content-disposition', 'attachment; filename="ket-noi.csv"')
      return reply.type('text/csv; charset=utf-8').send(writeCsv([COLUMNS, ...feeds.map(cellsOf)]))
    },
  )
  app.get(
    '/api/v1/feeds',
    {
      config: { access: 'anyone', isApi: true },
      schema: {
        tags: ['feeds'],
        operationId: 'listFeeds',
        summary: 'How the systems of agencies report their dossiers, agency by agency, over 30 days',
        response: { 200: Type.Object({ feeds: Type.Array(FeedAnswer) }) },
      },
    },
    async () => ({
      feeds: (await feedsOf(db, clock())).map(({ lastAt, lagHours, ...feed }) => ({
        ...feed,
        lastAt: isoMoment(lastAt),
        ...(lagHours !== undefined && { lagHours }),
      })),
    }),
  )
}

const COLUMNS = [
  'agency',
  'agencyName',
  'lastAt',
  'messages',
  'items',
  'stored',
  'repeated',
  'refused',
  'irregular',
  'late',
  'lagHours',
]

function cellsOf(feed: Feed): string[] {
  const { messages, items, stored, repeated, refused, irregular, late, lagHours } = feed
  const numbers = [messages, items, stored, repeated, refused, irregular, late].map(String)
  return [feed.agency, feed.agencyName, isoMoment(feed.lastAt), ...numbers, lagHours?.toFixed(2) ?? '']
}
