import type { FieldError } from '#design'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { requireAssurance } from '../../assurance.ts'
import { declareRepresented } from '../../delegation-represent.ts'
import { sessionOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { DeclaredPage, DeclarePage } from './declare.tsx'
import { DeclareBody, readDeclaration } from './declare-typed.ts'

const FIELDS = {
  'identity.not_a_minor': 'ngay-sinh',
  'identity.delegation_self': 'so-dinh-danh',
  'identity.too_many_declared': 'quan-he',
}

/** Con chưa thành niên, người được giám hộ. The number is posted: it never stands in an address. */
export function declarePages(app: App, { db, clock }: IdentityServices): void {
  const options = { preHandler: requireAssurance(2), config: { access: 'applicant' } } as const

  app.get('/tai-khoan/uy-quyen/con', options, (request, reply) => {
    if (request.actingFor) throw new Refusal('access.denied')
    const page = { shell: shellOf(request), token: reply.generateCsrf(), typed: {}, errors: [] }
    return sendPage(reply, 200, <DeclarePage {...page} />)
  })

  app.post(
    '/tai-khoan/uy-quyen/con',
    { ...options, schema: { body: DeclareBody } },
    async (request, reply) => {
      const { accountId, accountKind } = sessionOf(request)
      if (request.actingFor || accountKind !== 'person') throw new Refusal('access.denied')
      const now = clock()
      const shell = shellOf(request)
      const again = (errors: readonly FieldError[]) => {
        const page = { shell, token: reply.generateCsrf(), typed: request.body, errors }
        return sendPage(reply, 422, <DeclarePage {...page} />)
      }
      const { said, errors } = readDeclaration(request.body, request.lang, now)
      if (!said) return again(errors)
      try {
        const { id, code } = await db.transaction((tx) => declareRepresented(tx, { ...said, accountId, now }))
        if (!code) return reply.redirect(`/tai-khoan/uy-quyen/${id}`, 303)
        reply.header('cache-control', 'no-store')
        return sendPage(reply, 200, <DeclaredPage shell={shell} code={code} />)
      } catch (error) {
        return again(fieldRefusal(error, FIELDS, request.lang))
      }
    },
  )
}
