import type { FastifyRequest } from 'fastify'
import { covers, currentOrganization, currentPerson, subjectOf } from '#identity'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
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
export async function filerOf(db: Db, request: FastifyRequest): Promise<Filer> {
  const owner = subjectOf(request)
  const { session } = request
  if (!owner || !session) throw new Refusal('access.sign_in')
  const kind = request.actingFor?.accountKind ?? session.accountKind
  const isOrganization = kind === 'organization'
  const holder = isOrganization ? await currentOrganization(db, owner) : await currentPerson(db, owner)
  if (!holder) throw new Refusal('access.denied')
  const isOther = owner !== session.accountId
  return {
    owner,
    actor: session.accountId,
    ownerName: holder.name,
    ownerKind: isOrganization ? 'organization' : 'person',
    doer: {
      kind: 'applicant',
      id: session.accountId,
      name: session.name,
      ...(isOther && { onBehalfOf: owner }),
    },
  }
}

/** Whoever acts for another does so only in the procedures that were named. @throws Refusal `filing.not_covered` */
export function requireCovered({ actingFor }: FastifyRequest, procedureCode: string): void {
  if (actingFor && !covers(actingFor, procedureCode)) throw new Refusal('filing.not_covered')
}
