import { Type } from 'typebox'
import type { App } from '#platform/http'
import type { CatalogueServices } from './services.ts'

const Query = Type.Object({ q: Type.Optional(Type.String()) })
const MOST = 8

/** Most suggestions are procedures: only what is something else says so. */
const KIND = {
  procedure: { vi: '', en: '' },
  lifeEvent: { vi: 'Sự kiện cuộc đời', en: 'Life event' },
}
const HREF = {
  procedure: (target: string) => `/thu-tuc/${target}`,
  lifeEvent: (target: string) => `/su-kien/${target}`,
}

/** What the search box offers while somebody types. Without script nobody asks. */
export function suggestions(app: App, { search }: CatalogueServices): void {
  app.get('/goi-y', { schema: { querystring: Query }, config: { access: 'anyone' } }, (request, reply) => {
    const found = search.suggest(request.query.q ?? '', MOST)
    reply.header('cache-control', 'private, max-age=60')
    return {
      suggestions: found.map(({ text, kind, target }) => ({
        text,
        kind: KIND[kind][request.lang],
        href: HREF[kind](target),
      })),
    }
  })
}
