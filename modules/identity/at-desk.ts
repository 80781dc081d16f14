import type { FastifyRequest } from 'fastify'
import { agencyBriefs } from '#directory'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import type { Confirming } from './delegation-confirm.ts'
import type { Role } from './officials/role.ts'
import { type Desk, desksOf, policyActorOf } from './policy-actor.ts'

/** A desk with the name of its agency. */
export type NamedDesk = Desk & { readonly agencyName: string }

export type AtDesk = Confirming & { readonly desks: readonly NamedDesk[] }

/**
 * The official who sends a request, with the desk that they chose, or their first one.
 * @throws Refusal `identity.no_desk` for whoever has none at which one of the roles is held
 */
export async function atDesk(
  db: Db,
  request: FastifyRequest,
  { roles, chosen, now }: { roles: readonly Role[]; chosen?: string | undefined; now: Date },
): Promise<AtDesk> {
  const official = await policyActorOf(db, request, now)
  const desks = await desksOf(db, official, roles)
  const names = await agencyBriefs(
    db,
    desks.map(({ agency }) => agency),
    civilDate(now),
  )
  const named = desks.map((one) => ({ ...one, agencyName: names.get(one.agency)?.name ?? one.agency }))
  const desk = named.find(({ agency }) => agency === chosen) ?? named[0]
  if (!desk) throw new Refusal('identity.no_desk')
  return { official, desk, desks: named, now }
}
