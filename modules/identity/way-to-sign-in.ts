import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#kernel/refusal'
import type { Services } from '#platform/http'
import { backPath, withBack } from './back-path.ts'
import { markBrowser } from './browser.ts'
import { keepAnswers } from './kept-answers.ts'
import { lastAccountOf } from './session.ts'
import { SESSION_COOKIE } from './who-is-here.ts'

/** Which page mends a refusal. */
const PAGES: Readonly<Record<string, string>> = {
  'access.sign_in': '/dang-nhap',
  'identity.level_two_needed': '/dang-nhap/muc-2',
}
/** Where officials sign in. */
export const OFFICIALS_PAGE = '/dang-nhap/can-bo'

/**
 * Where somebody goes who has to sign in first, or to prove more, with the way back. Answers of a form are kept and the way
 * back leads to them. Undefined when signing in would not help.
 */
export async function wayToSignIn(
  { db, clock, publicUrl }: Services,
  { request, reply, refusal }: { request: FastifyRequest; reply: FastifyReply; refusal: Refusal },
): Promise<string | undefined> {
  const page = PAGES[refusal.code]
  if (!page) return undefined
  const { access } = request.routeOptions.config
  const isForOfficials = access === 'official' || access === 'administrator'
  const address = isForOfficials && refusal.code === 'access.sign_in' ? OFFICIALS_PAGE : page
  if (request.method === 'GET' || request.method === 'HEAD')
    return withBack(address, backPath(request.pathForShell))

  const now = clock()
  const browser = markBrowser(request, reply, publicUrl.startsWith('https:'))
  const token = request.cookies[SESSION_COOKIE]
  const accountId = request.session?.accountId ?? (token ? await lastAccountOf(db, token) : undefined)
  const path = backPath(request.pathForShell)
  const id = await keepAnswers(db, { browser, accountId, path, body: request.body }, now)
  return id ? withBack(address, `/tiep-tuc/${id}`) : address
}
