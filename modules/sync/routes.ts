import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http'
import { refused, written } from './answer.ts'
import { answerLogin, answerMessage, type Door } from './dispatch.ts'
import { facadeRoutes } from './facade.ts'
import { Intake } from './intake.ts'
import { noiHoSoRoutes } from './noi-ho-so.ts'
import { feedPages } from './pages/feeds/route.tsx'
import { referencePage } from './pages/reference/route.tsx'
import type { SyncServices } from './services.ts'
import { Turnstile } from './turnstile.ts'

/** Messages of ten megabytes are files in disguise; the largest real ones are some hundred dossiers. */
const BODY_BYTES = 20 * 1_048_576
/** Sixty threads of one client log in and send at once; fairness is the intake's, not the address's. */
const REQUESTS_PER_MINUTE = 600_000
const JSON_TYPE = 'application/json; charset=utf-8'

/** Channel 1: the adapter paths of both generations, and the same without an adapter before it. */
const PATHS = ['/XrdAdapter/RestService/forward/*', '/VXPAdapter/RestService/forward/*', '/mapi/*']

/** Cửa đồng bộ: whatever comes, the answer is HTTP 200 and says in its own words what became of the message. */
export function syncRoutes(app: App, services: SyncServices): void {
  feedPages(app, services)
  referencePage(app)
  const door: Door = { services, intake: new Intake(services.db), turnstile: new Turnstile() }
  noiHoSoRoutes(app, door)
  void app.register(async (scope) => {
    // A body is read as bytes: what is wrong with it is told in the channel's own way.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_BYTES },
      (_request, body, parsed) => {
        parsed(null, body)
      },
    )
    scope.setErrorHandler((error: unknown, request, reply) => {
      const { code } = error as { code?: string }
      if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
        return answer(reply, refused('Bản tin lớn hơn 20 MB. Hãy chia thành nhiều lần gửi.'))
      request.log.error({ err: error }, 'a message was not answered')
      return answer(reply, refused('Hệ thống gặp lỗi, bản tin chưa được lưu. Hãy gửi lại sau.'))
    })
    const config = { access: 'anyone', isApi: true, rateLimit: { max: REQUESTS_PER_MINUTE } } as const
    for (const path of PATHS) {
      scope.post(path, { config, bodyLimit: BODY_BYTES, schema: { hide: true } }, async (request, reply) => {
        const body = bytesOf(request)
        const isLogin = /\/login$/i.test(request.url.split('?')[0] ?? '')
        return answer(reply, isLogin ? await answerLogin(door, body) : await answerMessage(door, body))
      })
    }
    facadeRoutes(scope, door, answer)
  })
}

function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

function answer(reply: FastifyReply, said: unknown): FastifyReply {
  return reply
    .code(200)
    .header('content-type', JSON_TYPE)
    .header('cache-control', 'no-store')
    .send(written(said))
}
