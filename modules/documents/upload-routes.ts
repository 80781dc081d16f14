import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import type { App } from '#platform/http'
import { MEGABYTE } from './file.ts'
import { type ResumableUploads, UPLOADS_PATH } from './resumable.ts'

/** A part of a file. A form of another site cannot send this type, so that it stands for the form's token. */
const PART = 'application/offset+octet-stream'
const PART_BYTES = MEGABYTE
/** A file of the largest size in small parts, a few at once. */
const REQUESTS_PER_MINUTE = 600
const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

/** A file of a form that came before it, in parts: `<field> <upload> <name>`. */
export const ARRIVED = '_daTai'

/**
 * Tải tệp lên từng phần (tus 1.0), for people who are signed in; and every form that takes files takes those that arrived like this too.
 * They are dropped once a form has taken them.
 */
export function uploadRoutes(app: App, { uploads }: { readonly uploads: ResumableUploads }): void {
  app.addContentTypeParser(PART, (_request, payload, done) => done(null, payload))
  const config = {
    access: 'signed_in',
    isApi: true,
    rateLimit: { max: REQUESTS_PER_MINUTE },
  } as const
  const answer = (request: FastifyRequest, reply: FastifyReply) => handle(uploads, request, reply)
  const one = { config, schema: { params: Params, hide: true }, bodyLimit: PART_BYTES }
  app.post(UPLOADS_PATH, { config, schema: { hide: true } }, answer)
  app.head(`${UPLOADS_PATH}/:id`, one, answer)
  app.patch(`${UPLOADS_PATH}/:id`, one, answer)
  app.delete(`${UPLOADS_PATH}/:id`, one, answer)

  app.addHook('preHandler', async (request) => {
    const { session, body } = request
    if (!request.routeOptions.config.uploads || !session) return
    const named = arrivedIn(body)
    const files = await Promise.all(
      named.map(async ({ field, id, name }) => ({
        name,
        bytes: Buffer.alloc(0),
        isTooLarge: false,
        isLost: true,
        ...(await takeWhole(uploads, id, session.accountId)),
        field,
      })),
    )
    if (files.length > 0) request.postedFiles = [...(request.postedFiles ?? []), ...files]
  })
  app.addHook('onResponse', async (request, reply) => {
    const { session, body } = request
    if (!request.routeOptions.config.uploads || !session || reply.statusCode >= 500) return
    await Promise.all(arrivedIn(body).map(({ id }) => uploads.drop(id, session.accountId)))
  })
}

async function takeWhole(uploads: ResumableUploads, id: string, account: string) {
  const file = await uploads.take(id, account)
  return file && { ...file, isLost: false }
}

const MOST_ARRIVED = 40

function arrivedIn(body: unknown): { field: string; id: string; name: string }[] {
  if (typeof body !== 'object' || body === null || !(ARRIVED in body) || '_luuNhap' in body) return []
  return [body[ARRIVED]]
    .flat()
    .slice(0, MOST_ARRIVED)
    .flatMap((line) => {
      const [, field, id, name] =
        (typeof line === 'string' && /^(\S{1,200}) ([0-9a-f-]{1,64}) (.{1,300})$/s.exec(line)) || []
      return field && id && name ? [{ field, id, name }] : []
    })
}

async function handle(
  uploads: ResumableUploads,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { session, method, body } = request
  if (!session) throw new Refusal('access.sign_in')
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value)
  const isPart = method === 'PATCH' && body instanceof Readable
  const sent = new Request(`http://upload${request.url}`, {
    method,
    headers,
    ...(isPart && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' }),
  } as RequestInit)
  const answer = await uploads.answer(sent, session.accountId)
  for (const [name, value] of answer.headers)
    if (!name.startsWith('access-control-')) reply.header(name, value)
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .send(await answer.text())
}
