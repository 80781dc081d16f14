import type { FastifyRequest } from 'fastify'
import { covers } from '#identity'
import { Refusal } from '#kernel/refusal'
import type { Doer } from '#register'

/** Whoever files: the account whose matter it is, and the one that does it. */
export type Filer = {
  readonly owner: string
  readonly actor: string
  readonly ownerName: string
  readonly ownerKind: 'person' | 'organization'
  readonly doer: Doer
}

/** Người nộp of a request that only applicants can send, themselves or whoever acts for them. @throws Refusal `access.sign_in` */
export function filerOf({ session, actingFor }: FastifyRequest): Filer {
  if (!session) throw new Refusal('access.sign_in')
  const { accountId: actor, name } = session
  const { accountId: owner, accountKind, name: ownerName } = actingFor ?? session
  if (accountKind === 'official') throw new Refusal('access.denied')
  return {
    owner,
    actor,
    ownerName,
    ownerKind: accountKind,
    doer: { kind: 'applicant', id: actor, name, ...(actingFor && { onBehalfOf: owner }) },
  }
}

/** Whoever acts for another does so only in the procedures that were named. @throws Refusal `filing.not_covered` */
export function requireCovered({ actingFor }: FastifyRequest, procedureCode: string): void {
  if (actingFor && !covers(actingFor, procedureCode)) throw new Refusal('filing.not_covered')
}
