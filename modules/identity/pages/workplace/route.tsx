import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { nameDesks } from '../../at-desk.ts'
import { CENTRE, ROLES } from '../../officials/role.ts'
import { mayEver, type PolicyAct, type ResourceKind } from '../../policy.ts'
import { desksOf, policyActorOf } from '../../policy-actor.ts'
import type { IdentityServices } from '../../services.ts'
import { type WorkplaceLink, WorkplacePage } from './view.tsx'

/** What the policy has to allow before a way leads there. */
const WAYS: readonly (WorkplaceLink & { readonly needs: readonly [PolicyAct, ResourceKind] })[] = [
  { href: '/mot-cua', word: 'onestop', needs: ['confirm', 'delegation'] },
  { href: '/can-bo/ho-tro', word: 'assist', needs: ['ask', 'delegation'] },
  { href: '/can-bo/dai-dien', word: 'declarations', needs: ['confirm', 'delegation'] },
  { href: '/can-bo/khoi-phuc', word: 'recovery', needs: ['read', 'recovery'] },
  { href: '/tai-khoan/uy-quyen', word: 'acting', needs: ['ask', 'delegation'] },
]
const SECURITY: WorkplaceLink = { href: '/can-bo/bao-mat', word: 'security' }
const ADMINISTRATION: WorkplaceLink = { href: '/quan-tri', word: 'administration' }
const TEMPLATES: WorkplaceLink = { href: '/mot-cua/mau-ket-qua', word: 'templates' }
const REMINDERS: WorkplaceLink = { href: '/can-bo/thong-bao', word: 'reminders' }
const FORMS: WorkplaceLink = { href: '/quan-tri/bieu-mau', word: 'forms' }

/** Bàn làm việc của cán bộ. */
export function workplacePage(app: App, { db, clock }: IdentityServices): void {
  app.get('/can-bo', { config: { access: 'official' } }, async (request, reply) => {
    const now = clock()
    const actor = await policyActorOf(db, request, now)
    const desks = await nameDesks(db, await desksOf(db, actor, ROLES), now)
    const isOfCentre = desks.some(({ agency, roles }) => agency === CENTRE && roles.includes('administrator'))
    const links = [
      ...WAYS.filter(({ needs: [act, kind] }) => mayEver(actor, act, kind)),
      SECURITY,
      ...(request.actor.kind === 'administrator' ? [ADMINISTRATION, TEMPLATES] : []),
      REMINDERS,
      ...(isOfCentre ? [FORMS] : []),
    ]
    reply.header('cache-control', 'no-store')
    return sendPage(reply, 200, <WorkplacePage shell={shellOf(request)} desks={desks} links={links} />)
  })
}
