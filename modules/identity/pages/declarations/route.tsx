import { Type } from 'typebox'
import type { FieldError } from '#design'
import { tidy } from '#kernel/vietnamese'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { atDesk } from '../../at-desk.ts'
import { confirmDeclaration, openDeclaration, refuseDeclaration } from '../../delegation-confirm.ts'
import { readPaperCode } from '../../paper-code.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { words } from './text.ts'
import { DECLARATIONS_PATH, DeclarationDonePage, DeclarationPage, DeclarationsPage } from './view.tsx'

const short = Type.Optional(Type.String({ maxLength: 64 }))
const Body = Type.Object({
  viec: Type.Union([Type.Literal('mo'), Type.Literal('xac-nhan'), Type.Literal('tu-choi')]),
  'co-quan': short,
  ma: short,
  'giay-to': Type.Optional(Type.String({ maxLength: 400 })),
})
const Done = Type.Object({ xong: Type.Optional(Type.Union([Type.Literal('co'), Type.Literal('khong')])) })

const FIELDS = {
  'identity.declaration_unknown': 'ma',
  'identity.declaration_contradicted': 'giay-to',
  'identity.delegation_self': 'giay-to',
}

/** Cán bộ xác nhận quan hệ cha mẹ, giám hộ. */
export function declarationsPages(app: App, services: IdentityServices): void {
  const { db, clock } = services
  app.get(
    DECLARATIONS_PATH,
    { schema: { querystring: Done }, config: { access: 'official' } },
    async (request, reply) => {
      const { desks, desk } = await atDesk(db, request, { roles: ['officer'], now: clock() })
      const shell = shellOf(request)
      const { xong } = request.query
      if (xong) return sendPage(reply, 200, <DeclarationDonePage shell={shell} isConfirmed={xong === 'co'} />)
      const page = { shell, desks, desk: desk.agency, code: undefined, errors: [] }
      return sendPage(reply, 200, <DeclarationsPage {...page} token={reply.generateCsrf()} />)
    },
  )
  declarationForm(app, services)
}

function declarationForm(app: App, { db, clock }: IdentityServices): void {
  app.post(
    DECLARATIONS_PATH,
    { schema: { body: Body }, config: { access: 'official' } },
    async (request, reply) => {
      const { viec, ma: code, 'co-quan': chosen } = request.body
      const papers = tidy(request.body['giay-to'] ?? '')
      const at = await atDesk(db, request, { roles: ['officer'], chosen, now: clock() })
      const text = words[request.lang].errors
      const page = { shell: shellOf(request), token: reply.generateCsrf(), desk: at.desk.agency, code }
      const ask = (errors: readonly FieldError[]) =>
        sendPage(reply, 422, <DeclarationsPage {...page} desks={at.desks} errors={errors} />)
      reply.header('cache-control', 'no-store')

      if (!code || !readPaperCode('declaration', code)) return ask([{ field: 'ma', text: text.code }])
      try {
        if (viec === 'mo') return await show(200, [])
        if (papers.length < 5 || papers.length > 300) {
          return await show(422, [{ field: 'giay-to', text: text.papers }])
        }
        await db.transaction((tx) =>
          viec === 'xac-nhan'
            ? confirmDeclaration(tx, { code, papers, at })
            : refuseDeclaration(tx, { code, reason: papers, at }),
        )
        return reply.redirect(`${DECLARATIONS_PATH}?xong=${viec === 'xac-nhan' ? 'co' : 'khong'}`, 303)
      } catch (error) {
        const errors = fieldRefusal(error, FIELDS, request.lang)
        return errors.some(({ field }) => field === 'ma') ? ask(errors) : show(422, errors)
      }

      async function show(status: number, errors: readonly FieldError[]) {
        const declaration = await db.transaction((tx) => openDeclaration(tx, code ?? '', at))
        return sendPage(reply, status, <DeclarationPage {...{ ...page, declaration, papers, errors }} />)
      }
    },
  )
}
