import { Type } from 'typebox'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { subjectOf } from '../../acting.ts'
import { requireAssurance } from '../../assurance.ts'
import { stateOf } from '../../delegation.ts'
import { acceptDelegation, endDelegation } from '../../delegation-answer.ts'
import { makeContactCode } from '../../delegation-contact.ts'
import { delegationHistory } from '../../delegation-history.ts'
import { listRepresentable, representOrganization, startConfirmed } from '../../delegation-represent.ts'
import { allows, mayEver } from '../../policy.ts'
import { policyActorOf, sessionOf } from '../../policy-actor.ts'
import { allowedDelegation, delegationRows } from '../../queries/delegations.ts'
import type { IdentityServices } from '../../services.ts'
import { ContactCodePage } from './code.tsx'
import { declarePages } from './declare-route.tsx'
import { DelegationPage } from './detail.tsx'
import { grantPages } from './grant-route.tsx'
import { DelegationsPage } from './list.tsx'

const Params = Type.Object({ id: Type.String({ format: 'uuid', maxLength: 36 }) })
const Represent = Type.Object({ 'to-chuc': Type.String({ format: 'uuid', maxLength: 36 }) })

/** Làm thay và ủy quyền. */
export function delegationPages(app: App, services: IdentityServices): void {
  listPage(app, services)
  detailPage(app, services)
  answerForms(app, services)
  nameForms(app, services)
  grantPages(app, services)
  declarePages(app, services)
}

function listPage(app: App, { db, clock }: IdentityServices): void {
  app.get('/tai-khoan/uy-quyen', { config: { access: 'signed_in' } }, async (request, reply) => {
    const now = clock()
    const { accountId, accountKind } = sessionOf(request)
    await db.transaction((tx) => startConfirmed(tx, accountId, now))
    const actor = await policyActorOf(db, request, now)
    if (!mayEver(actor, 'list', 'delegation')) throw new Refusal('access.denied')
    const me = subjectOf(request) ?? accountId
    const isMyself = !request.actingFor
    const isPerson = isMyself && accountKind === 'person'
    const may = {
      grant: accountKind !== 'official' && allows(actor, 'grant', { kind: 'delegation', subject: me }),
      declare: isPerson,
      beNamed: isMyself && accountKind !== 'organization',
    }
    const [delegations, organizations] = await Promise.all([
      delegationRows(db, actor),
      isPerson ? listRepresentable(db, accountId) : [],
    ])
    reply.header('cache-control', 'no-store')
    const page = { shell: shellOf(request), token: reply.generateCsrf(), me, delegations, organizations }
    return sendPage(reply, 200, <DelegationsPage {...page} may={may} now={now} />)
  })
}

function detailPage(app: App, { db, clock }: IdentityServices): void {
  app.get(
    '/tai-khoan/uy-quyen/:id',
    { schema: { params: Params }, config: { access: 'signed_in' } },
    async (request, reply) => {
      const now = clock()
      const actor = await policyActorOf(db, request, now)
      const delegation = await allowedDelegation(db, request.params.id, { actor, act: 'read' })
      if (!delegation) throw new Refusal('identity.delegation_unknown')
      const me = subjectOf(request)
      const state = stateOf(delegation, now)
      const side = delegation.actor === me ? 'actor' : 'subject'
      const { subject, actor: who } = delegation
      const resource = { kind: 'delegation', subject, actor: who } as const
      const isOpen = state !== 'ended' && state !== 'over'
      const may = {
        accept: state === 'waits_for_actor' && allows(actor, 'accept', resource),
        act: state === 'active' && side === 'actor' && !request.actingFor,
        end: isOpen && allows(actor, 'end', resource),
      }
      const history = await delegationHistory(db, delegation)
      reply.header('cache-control', 'no-store')
      const page = {
        shell: shellOf(request),
        token: reply.generateCsrf(),
        delegation,
        acts: history,
        may,
        now,
      }
      return sendPage(reply, 200, <DelegationPage {...page} side={side} />)
    },
  )
}

function answerForms(app: App, { db, clock }: IdentityServices): void {
  app.post(
    '/tai-khoan/uy-quyen/:id/nhan',
    { schema: { params: Params }, preHandler: requireAssurance(2), config: { access: 'signed_in' } },
    async (request, reply) => {
      const now = clock()
      const by = await policyActorOf(db, request, now)
      await db.transaction((tx) => acceptDelegation(tx, { id: request.params.id, by, now }))
      return reply.redirect(`/tai-khoan/uy-quyen/${request.params.id}`, 303)
    },
  )

  // To take a power back needs no more than being signed in: nobody is kept from it by a lost phone.
  app.post(
    '/tai-khoan/uy-quyen/:id/cham-dut',
    { schema: { params: Params }, config: { access: 'signed_in' } },
    async (request, reply) => {
      const now = clock()
      const by = await policyActorOf(db, request, now)
      await db.transaction((tx) => endDelegation(tx, { id: request.params.id, by, now }))
      return reply.redirect(`/tai-khoan/uy-quyen/${request.params.id}`, 303)
    },
  )
}

function nameForms(app: App, { db, clock }: IdentityServices): void {
  app.post('/tai-khoan/uy-quyen/ma', { config: { access: 'signed_in' } }, async (request, reply) => {
    const { accountId, accountKind } = sessionOf(request)
    if (request.actingFor || accountKind === 'organization') throw new Refusal('access.denied')
    const made = await db.transaction((tx) => makeContactCode(tx, { accountId, now: clock() }))
    reply.header('cache-control', 'no-store')
    return sendPage(reply, 200, <ContactCodePage shell={shellOf(request)} {...made} />)
  })

  app.post(
    '/tai-khoan/uy-quyen/to-chuc',
    { schema: { body: Represent }, preHandler: requireAssurance(2), config: { access: 'applicant' } },
    async (request, reply) => {
      if (request.actingFor) throw new Refusal('access.denied')
      const represented = {
        accountId: sessionOf(request).accountId,
        organizationId: request.body['to-chuc'],
        now: clock(),
      }
      const id = await db.transaction((tx) => representOrganization(tx, represented))
      return reply.redirect(`/tai-khoan/uy-quyen/${id}`, 303)
    },
  )
}
