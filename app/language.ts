import type { App } from '#platform/http'
import { isLang } from '#platform/lang'

const ONE_YEAR_SECONDS = 31_536_000

/** Vietnamese first. `?lang=en` switches and is remembered; the same page with the same query answers. */
export function speak(app: App): void {
  app.decorateRequest('lang', 'vi')
  app.decorateRequest('pathForShell', '/')
  app.addHook('onRequest', async (request, reply) => {
    const [path = '/', query = ''] = request.raw.url?.split('?', 2) ?? []
    if (!query.includes('lang=')) {
      request.pathForShell = query ? `${path}?${query}` : path
      const remembered = request.cookies['lang']
      request.lang = isLang(remembered) ? remembered : 'vi'
      return
    }
    const params = new URLSearchParams(query)
    const chosen = params.get('lang')
    params.delete('lang')
    const rest = params.toString()
    request.pathForShell = rest ? `${path}?${rest}` : path
    request.lang = isLang(chosen) ? chosen : 'vi'
    if (isLang(chosen)) {
      reply.setCookie('lang', chosen, {
        path: '/',
        maxAge: ONE_YEAR_SECONDS,
        sameSite: 'lax',
        httpOnly: true,
      })
    }
  })
}
