import type { FastifyRequest } from 'fastify'
import type { App } from '#platform/http'
import { isLang, type Lang } from '#platform/lang'

const ONE_YEAR_SECONDS = 31_536_000

type Reading = {
  readonly lang: Lang
  /** The address without the choice of a language: what the switch adds its choice to. */
  readonly path: string
  /** The language that this very address asks for. */
  readonly chosen?: Lang
}

/** Vietnamese first. `?lang=en` switches and is remembered; the same page with the same query answers. */
export function speak(app: App): void {
  app.decorateRequest('lang', 'vi')
  app.decorateRequest('pathForShell', '/')
  app.addHook('onRequest', (request, reply, done) => {
    const { chosen } = hearLanguage(request)
    if (chosen) {
      const cookie = { path: '/', maxAge: ONE_YEAR_SECONDS, sameSite: 'lax', httpOnly: true } as const
      reply.setCookie('lang', chosen, cookie)
    }
    done()
  })
}

/** Lets a request know its language, also one that is turned away before any hook has seen it. */
export function hearLanguage(request: FastifyRequest): Reading {
  const reading = readLanguage(request.raw.url ?? '/', request.headers.cookie ?? '')
  request.lang = reading.lang
  request.pathForShell = reading.path
  return reading
}

function readLanguage(url: string, cookie: string): Reading {
  const remembered = /(?:^|;\s*)lang=(vi|en)(?:;|$)/.exec(cookie)?.[1]
  const lang = isLang(remembered) ? remembered : 'vi'
  if (!/[?&]lang=/.test(url)) return { lang, path: url }

  const at = url.indexOf('?')
  const params = new URLSearchParams(url.slice(at + 1))
  const chosen = params.get('lang')
  params.delete('lang')
  const path = params.size > 0 ? `${url.slice(0, at)}?${params}` : url.slice(0, at)
  return isLang(chosen) ? { lang: chosen, path, chosen } : { lang, path }
}
