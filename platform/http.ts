import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { Actor } from './access.ts'
import type { Database } from './db.ts'
import type { Lang } from './lang.ts'

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What every module may ask for. `clock` is the only source of "now". */
export type Services = {
  readonly db: Database
  readonly clock: () => Date
  /** The address under which people reach this installation, without a slash at the end. */
  readonly publicUrl: string
}

/** What the page around a page needs to know: the language, and where the reader is (path and query without `lang`). */
export type Shell = {
  readonly lang: Lang
  readonly path: string
  /** Who is signed in, as shown in the header. */
  readonly signedInAs?: string
  /** For whom they act at this moment: every page says so. */
  readonly actingFor?: string
  readonly session?: SessionEnd
}

/** When a session ends by itself, unless there is a sign of life before: time left, and what the clock shows then. */
export type SessionEnd = { readonly leftMs: number; readonly clock: string }

export function shellOf(request: FastifyRequest): Shell {
  const { lang, pathForShell: path, actor, sessionEnd: session } = request
  if (actor.name === undefined) return { lang, path }
  const { name: signedInAs, actingFor } = actor
  return {
    lang,
    path,
    signedInAs,
    ...(actingFor === undefined ? {} : { actingFor }),
    ...(session ? { session } : {}),
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    lang: Lang
    pathForShell: string
    actor: Actor
    sessionEnd?: SessionEnd
  }
}
