import { Type } from 'typebox'
import type { FieldError } from '#design'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { deviceOf } from '../../device.ts'
import { readPaperCode } from '../../paper-code.ts'
import { personalIdOf } from '../../personal-id-typed.ts'
import { useRecoveryCode } from '../../recovery-use.ts'
import type { IdentityServices } from '../../services.ts'
import { setSessionCookie } from '../../who-is-here.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { words } from './text.ts'
import { RECOVERY_CODE_PATH, RecoveredPage, RecoveryCodePage } from './view.tsx'

const short = Type.Optional(Type.String({ maxLength: 64 }))
const Body = Type.Object({ ma: short, 'so-dinh-danh': short })

const FIELDS = { 'identity.recovery_code_wrong': 'ma' }
const TRIES_PER_MINUTE = 10

/** Mã trên giấy, phía người dân. */
export function recoveryCodePage(app: App, { db, clock, publicUrl }: IdentityServices): void {
  const isHttps = publicUrl.startsWith('https:')

  app.get(RECOVERY_CODE_PATH, { config: { access: 'anyone' } }, (request, reply) => {
    const page = { shell: shellOf(request), token: reply.generateCsrf(), errors: [] }
    return sendPage(reply, 200, <RecoveryCodePage {...page} />)
  })

  app.get(`${RECOVERY_CODE_PATH}/xong`, { config: { access: 'applicant' } }, (request, reply) =>
    sendPage(reply, 200, <RecoveredPage shell={shellOf(request)} />),
  )

  app.post(
    RECOVERY_CODE_PATH,
    {
      schema: { body: Body },
      config: { access: 'anyone', rateLimit: { max: TRIES_PER_MINUTE, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { ma: code, 'so-dinh-danh': number } = request.body
      const text = words[request.lang].errors
      const again = (errors: readonly FieldError[]) => {
        const page = { shell: shellOf(request), token: reply.generateCsrf(), errors }
        return sendPage(reply, 422, <RecoveryCodePage {...page} />)
      }
      reply.header('cache-control', 'no-store')
      const personalId = personalIdOf(number, undefined)
      const errors: FieldError[] = []
      if (!readPaperCode('recovery', code ?? '')) errors.push({ field: 'ma', text: text.code })
      if (!personalId) errors.push({ field: 'so-dinh-danh', text: text.personalId })
      if (!code || !personalId || errors.length > 0) return again(errors)
      try {
        const device = deviceOf(request.headers['user-agent'])
        const token = await useRecoveryCode(db, { code, personalId, device, now: clock() })
        setSessionCookie(reply, token, isHttps)
        return reply.redirect(`${RECOVERY_CODE_PATH}/xong`, 303)
      } catch (error) {
        return again(fieldRefusal(error, FIELDS, request.lang))
      }
    },
  )
}
