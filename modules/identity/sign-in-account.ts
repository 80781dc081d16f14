import { Refusal } from '#kernel/refusal'
import { recordAct } from '#platform/acts'
import type { Tx } from '#platform/db'
import {
  insertAccount,
  lockAccount,
  organizationByAccount,
  organizationByTaxCode,
  personByAccount,
  personByPersonalId,
  saveOrganization,
  savePerson,
} from './queries/accounts.ts'
import { type ClaimChange, insertClaimChanges } from './queries/accounts-history.ts'
import { CLAIM_NAMES, type Claims, type Subject } from './vneid-claims.ts'

/**
 * Makes the account of whoever signed in, or brings it up to date and keeps what it said before. Answers whether the
 * account is new. @throws Refusal `identity.account_closed`, `identity.number_taken`, `identity.answer_wrong`
 */
export async function welcome(tx: Tx, subject: Subject, now: Date): Promise<boolean> {
  const { accountId: id, kind } = subject
  const isNew = await insertAccount(tx, { id, kind, now })
  const account = await lockAccount(tx, id)
  if (account?.kind !== kind) throw new Refusal('identity.answer_wrong')
  if (account.closedAt) throw new Refusal('identity.account_closed')

  await requireOwnNumber(tx, subject)
  const known = await claimsOf(tx, subject)
  await save(tx, subject, now)
  const changes = known ? changesBetween(known, subject.claims) : []
  await insertClaimChanges(tx, { accountId: id, changes, source: 'vneid', now })
  if (isNew) await recordAct(tx, { actor: id, verb: 'identity.account_opened', thing: `account:${id}`, now })
  return isNew
}

/** One account for each number, and one number for each account. */
async function requireOwnNumber(tx: Tx, subject: Subject): Promise<void> {
  const owner =
    subject.kind === 'organization'
      ? await organizationByTaxCode(tx, subject.taxCode)
      : subject.personalId && (await personByPersonalId(tx, subject.personalId))
  if (owner && owner.accountId !== subject.accountId) throw new Refusal('identity.number_taken')
}

async function claimsOf(tx: Tx, { kind, accountId }: Subject): Promise<Claims | undefined> {
  const known =
    kind === 'person' ? await personByAccount(tx, accountId) : await organizationByAccount(tx, accountId)
  return known?.claims
}

async function save(tx: Tx, subject: Subject, now: Date): Promise<void> {
  if (subject.kind === 'organization') {
    const { representativeName = null, representativeId = null } = subject
    return saveOrganization(tx, { ...subject, representativeName, representativeId, claimsAt: now })
  }
  const { personalId = null, bornOn = null, gender = null } = subject
  await savePerson(tx, { ...subject, personalId, bornOn, gender, claimsAt: now })
}

/** Claim by claim, in the order of their names' list. */
function changesBetween(before: Claims, after: Claims): ClaimChange[] {
  return CLAIM_NAMES.filter((name) => before[name] !== after[name]).map((claim) => ({
    claim,
    before: before[claim],
    after: after[claim],
  }))
}
