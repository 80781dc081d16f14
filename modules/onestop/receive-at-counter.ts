import type { Procedure } from '#catalogue'
import { type Filer, fileAtDesk, limitsOf, requireCompetent, requireComplete } from '#filing'
import type { Answers, Form } from '#forms'
import { findOrganizationByTaxCode, findPersonByPersonalId } from '#identity'
import { civilDate } from '#kernel/civil-date'
import { readPersonalId } from '#kernel/personal-id'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { clockRulesOf, issueDossierCode, moveDossier } from '#register'
import { doerOf, type Officer } from './at-dossier.ts'
import type { OnestopServices } from './services.ts'
import { placeWork } from './work.ts'

/** Người nộp at the counter, as the officer typed them. */
export type PresentApplicant = {
  readonly kind: 'person' | 'organization'
  readonly name: string
  /** Số định danh or mã số thuế, if there is one. */
  readonly number: string
}

type AtCounter = {
  readonly officer: Officer
  readonly applicant: PresentApplicant
  readonly procedure: Procedure
  readonly form: Form
  readonly given: Answers
  readonly door: 'desk' | 'post'
  readonly limit: string
  readonly now: Date
}

/**
 * Tiếp nhận tại quầy, hoặc qua bưu chính: filed by the officer for whoever is present, received with its due day in the same
 * transaction, and recorded as such. Where the applicant has an account, the dossier is theirs to follow.
 * @throws Incomplete, Refusal `onestop.limit_missing`, `filing.agency_not_competent`
 */
export async function receiveAtCounter(services: OnestopServices, at: AtCounter): Promise<string> {
  const { db } = services
  const { officer, applicant, procedure, form, given, door, now } = at
  const limits = limitsOf(procedure, door)
  const limit = limits[Number(at.limit)]
  if (limits.length > 0 && (!limit || at.limit === '')) throw new Refusal('onestop.limit_missing')
  const agency = await requireCompetent(db, procedure, { agency: officer.agency, today: civilDate(now) })
  const { answers, files } = await requireComplete(db, { form, given, owner: officer.accountId, now })
  const filer: Filer = {
    owner: (await accountOf(db, applicant)) ?? '',
    actor: officer.accountId,
    ownerName: applicant.name,
    ownerKind: applicant.kind,
    doer: doerOf(officer),
  }
  const code = await issueDossierCode(db, { agency: agency.handle, at: now })
  const rules = await clockRulesOf(db, agency.handle, now)
  await db.transaction(async (tx) => {
    await fileAtDesk(services, tx, { filer, procedure, agency, form, answers, files, door, now, rules }, code)
    const received = {
      act: 'receive',
      at: now,
      by: doerOf(officer),
      ...(limit && { limit: { value: limit.value, unit: limit.unit } }),
    } as const
    await moveDossier(tx, code, received, () => rules)
    await placeWork(tx, code, { assignee: { id: officer.accountId, name: officer.name } })
  })
  return code
}

/** Whoever has signed in here once under this number. */
async function accountOf(db: Db, { kind, number }: PresentApplicant): Promise<string | undefined> {
  if (kind === 'organization') {
    const digits = number.replace(/\D/g, '')
    return digits === '' ? undefined : (await findOrganizationByTaxCode(db, digits))?.accountId
  }
  const reading = readPersonalId(number)
  return reading.kind === 'personal_id'
    ? (await findPersonByPersonalId(db, reading.id))?.accountId
    : undefined
}
