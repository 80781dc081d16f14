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
  const desks = await nameDesks(db, await desksOf(db, official, roles), now)
  const desk = desks.find(({ agency }) => agency === chosen) ?? desks[0]
  if (!desk) throw new Refusal('identity.no_desk')
  return { official, desk, desks, now }
}

/** Desks with the names that their agencies have today. */
export async function nameDesks(db: Db, desks: readonly Desk[], now: Date): Promise<readonly NamedDesk[]> {
  const handles = desks.map(({ agency }) => agency)
  const names = await agencyBriefs(db, handles, civilDate(now))
  return desks.map((desk) => ({ ...desk, agencyName: names.get(desk.agency)?.name ?? desk.agency }))
}
