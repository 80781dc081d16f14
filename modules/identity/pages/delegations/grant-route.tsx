import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#design'
import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { subjectOf } from '../../acting.ts'
import { requireAssurance } from '../../assurance.ts'
import { contactFor, type GrantedKind, grantDelegation } from '../../delegation-grant.ts'
import { allows } from '../../policy.ts'
import { policyActorOf, sessionOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { fieldRefusal } from '../field-refusal.ts'
import { GrantCheckPage, GrantPage } from './grant.tsx'
import { freshGrant, GrantBody, readGrant, type TypedGrant } from './grant-typed.ts'

/** Refusals that are about the code that was typed. */
const FIELDS = {
  'identity.contact_unknown': 'ma',
  'identity.delegation_self': 'ma',
  'identity.delegation_wrong_side': 'ma',
}

const PATH = '/tai-khoan/uy-quyen/moi'
const preHandler = requireAssurance(2)

/** Ủy quyền cho người khác: the form, a look at the name, the grant. */
export function grantPages(app: App, services: IdentityServices): void {
  const { db, clock } = services

  app.get(PATH, { preHandler, config: { access: 'applicant' } }, async (request, reply) => {
    const now = clock()
    const { kinds } = await granting(db, request, now)
    const page = { shell: shellOf(request), kinds, now, token: reply.generateCsrf() }
    return sendPage(reply, 200, <GrantPage {...page} typed={freshGrant(now)} errors={[]} />)
  })
  grantForm(app, services)
}

function grantForm(app: App, { db, clock }: IdentityServices): void {
  app.post(
    PATH,
    { schema: { body: GrantBody }, preHandler, config: { access: 'applicant' } },
    async (request, reply) => {
      const now = clock()
      const { kinds, ...giver } = await granting(db, request, now)
      const typed: TypedGrant = request.body
      const page = { shell: shellOf(request), token: reply.generateCsrf(), typed }
      const again = (errors: readonly FieldError[]) =>
        sendPage(reply, errors.length > 0 ? 422 : 200, <GrantPage {...page} {...{ kinds, errors, now }} />)

      const { grant, errors } = readGrant(typed, { kinds, lang: request.lang, now })
      if (!grant) return again(errors)
      if (typed['xac-nhan'] === 'sua') return again([])
      const whole = { ...grant, ...giver, now }
      try {
        if (typed['xac-nhan'] === 'co') {
          const id = await db.transaction((tx) => grantDelegation(tx, whole))
          return reply.redirect(`/tai-khoan/uy-quyen/${id}`, 303)
        }
        const contact = await db.transaction((tx) => contactFor(tx, whole))
        const agencyName = contact.agency ? await nameOf(db, contact.agency, now) : undefined
        return sendPage(reply, 200, <GrantCheckPage {...page} {...{ grant, contact, agencyName }} />)
      } catch (error) {
        return again(fieldRefusal(error, FIELDS, request.lang))
      }
    },
  )
}

/** For whom the sender may give a power, and of which kinds. */
async function granting(db: Db, request: FastifyRequest, now: Date) {
  const { accountId: by, accountKind } = sessionOf(request)
  const subject = subjectOf(request) ?? by
  const actor = await policyActorOf(db, request, now)
  if (!allows(actor, 'grant', { kind: 'delegation', subject })) throw new Refusal('access.denied')
  const subjectKind = request.actingFor?.accountKind ?? accountKind
  const kinds: readonly GrantedKind[] =
    subjectKind === 'organization' ? ['staff'] : ['authorised', 'assisted']
  return { subject, subjectKind, by, kinds }
}

async function nameOf(db: Db, agency: string, now: Date): Promise<string | undefined> {
  return (await agencyBriefs(db, [agency], civilDate(now))).get(agency)?.name
}
