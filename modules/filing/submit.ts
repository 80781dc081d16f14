import { createHash } from 'node:crypto'
import type { Procedure } from '#catalogue'
import type { AgencyBrief } from '#directory'
import { findFiles } from '#documents'
import { type Answers, checkAnswers, type Form, formFor, type Problem, placeFinder, walkFields } from '#forms'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import type { Database, Db, Tx } from '#platform/db'
import { type ClockRules, clockRulesOf, type Door, issueDossierCode, openDossier } from '#register'
import { type Draft, formOfDraft } from './draft.ts'
import { requireCompetent, requireFileable, sourceOf } from './procedure.ts'
import { contentsOf, insertContent, requestKey, takeRequestKey } from './queries/contents.ts'
import { lockDraft, setSubmitted } from './queries/drafts.ts'
import { type FiledFile, receiptDigest, receiptSecret } from './receipt.ts'
import type { FilingServices } from './services.ts'
import type { Filer } from './whose.ts'

/** What the applicant has in hand afterwards. */
export type Receipt = {
  readonly code: string
  readonly digest: string
  readonly at: Date
  readonly files: readonly FiledFile[]
}

type Filing = {
  readonly filer: Filer
  readonly procedure: Procedure
  readonly agency: AgencyBrief
  readonly form: Form
  readonly answers: Answers
  readonly files: readonly FiledFile[]
  readonly door: Exclude<Door, 'sync'>
  readonly now: Date
  /** By which the agency's clocks run: worked out before the transaction begins. */
  readonly rules: ClockRules
}

/** The answers are not ready to be filed. */
export class Incomplete extends Refusal {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('filing.incomplete', {
      fields: problems.map(({ path, text }) => `${path}: ${text.vi}`).slice(0, 50),
    })
    this.problems = problems
  }
}

/**
 * Nộp hồ sơ đang soạn. Twice, from two tabs, or after a lost answer: one dossier, the same receipt.
 * @throws Incomplete, Refusal `filing.draft_not_found`, `filing.file_missing`, and those of the procedure and the agency
 */
export async function submitDraft(
  services: FilingServices,
  { draft, filer, now }: { draft: Draft; filer: Filer; now: Date },
): Promise<string> {
  if (draft.dossierCode) return draft.dossierCode
  const { db } = services
  const procedure = await requireFileable(db, draft.procedureCode)
  const agency = await requireCompetent(db, procedure, { agency: draft.agency, today: civilDate(now) })
  const form = await formOfDraft(db, draft)
  const { filing, code } = await prepare(db, { filer, procedure, agency, form, given: draft.answers, now })
  return db.transaction(async (tx) => {
    const locked = await lockDraft(tx, draft)
    if (!locked || locked.deletedAt) throw new Refusal('filing.draft_not_found')
    if (locked.dossierCode) return locked.dossierCode
    await store(tx, services, filing, code)
    await setSubmitted(tx, { id: draft.id, code, now })
    return code
  })
}

export type ProgramFiling = {
  readonly filer: Filer
  readonly procedure: Procedure
  readonly agency: string
  readonly answers: unknown
  readonly key: string
  readonly now: Date
}

/**
 * Nộp hồ sơ by a program, with an idempotency key: the same key and content again answer the same receipt; the same key with
 * other content is refused. @throws as `submitDraft`, and Refusal `filing.key_reused`
 */
export async function fileByProgram(
  services: FilingServices,
  given: ProgramFiling,
): Promise<Receipt & { isNew: boolean }> {
  const { db } = services
  const { filer, key, now } = given
  const digest = requestDigest(given)
  const known = await requestKey(db, filer.owner, key)
  if (known) return repeated(db, known, digest)

  const { procedure } = given
  const agency = await requireCompetent(db, procedure, { agency: given.agency, today: civilDate(now) })
  const form = await formFor(db, sourceOf(procedure))
  const { filing, code } = await prepare(db, { filer, procedure, agency, form, given: given.answers, now })
  const receipt = await db.transaction(async (tx) => {
    if (!(await takeRequestKey(tx, { owner: filer.owner, key, digest, dossierCode: code, at: now })))
      return undefined
    return store(tx, services, filing, code)
  })
  if (receipt) return { ...receipt, isNew: true }
  const winner = await requestKey(db, filer.owner, key)
  if (!winner) throw new Error('A request key was taken and is gone')
  return repeated(db, winner, digest)
}

/** All that can be done before the transaction: the answers and files checked, a code of its own, the agency's clocks. */
async function prepare(
  db: Database,
  { given, ...what }: Pick<Filing, 'filer' | 'procedure' | 'agency' | 'form' | 'now'> & { given: unknown },
): Promise<{ readonly filing: Filing; readonly code: string }> {
  const { filer, agency, form, now } = what
  const complete = await requireComplete(db, { form, given, owner: filer.owner, now })
  const [code, rules] = await Promise.all([
    issueDossierCode(db, { agency: agency.handle, at: now }),
    clockRulesOf(db, agency.handle, now),
  ])
  return { filing: { ...what, ...complete, door: 'portal', rules }, code }
}

/** The same filing at a counter, or from the post: the officer has typed it for whoever is there. */
export async function fileAtDesk(
  services: FilingServices,
  tx: Tx,
  filing: Omit<Filing, 'door'> & { readonly door: 'desk' | 'post' },
  code: string,
): Promise<Receipt> {
  return store(tx, services, filing, code)
}

async function store(tx: Tx, services: FilingServices, filing: Filing, code: string): Promise<Receipt> {
  const { filer, procedure, agency, form, answers, files, door, now } = filing
  const digest = receiptDigest({
    code,
    number: 1,
    agency: agency.handle,
    procedure: procedure.code,
    owner: filer.owner,
    at: now,
    answers,
    files,
  })
  await openDossier(
    tx,
    {
      code,
      door,
      agency: agency.handle,
      agencyName: agency.name,
      procedureCode: procedure.code,
      procedureName: procedure.content.name,
      revisionNumber: procedure.number,
      applicant: { kind: filer.ownerKind, name: filer.ownerName, owner: filer.owner || undefined },
      by: filer.doer,
      at: now,
      secret: receiptSecret(services.receipts, code),
    },
    filing.rules,
  )
  await insertContent(tx, {
    dossierCode: code,
    number: 1,
    formId: form.id,
    formVersion: form.version,
    answers,
    files,
    byAccount: filer.actor,
    at: now,
    digest,
  })
  return { code, digest, at: now, files }
}

/** Everything that has to hold before a receipt is given: each answer right, each file there, whole and clean. */
export async function requireComplete(
  db: Db,
  { form, given, owner, now }: { form: Form; given: unknown; owner: string; now: Date },
): Promise<{ readonly answers: Answers; readonly files: readonly FiledFile[] }> {
  const today = civilDate(now)
  const { answers, problems } = await checkAnswers(form, given, { today, findPlace: placeFinder(db, today) })
  const wrong = problems.filter(({ code }) => code !== 'unknown_field')
  if (wrong.length > 0) throw new Incomplete(wrong)
  return { answers, files: await filedFiles(db, { form, answers, owner }) }
}

/** The files that answers name, as they are now. @throws Refusal `filing.file_missing` for one that is gone, blocked, or another's */
async function filedFiles(
  db: Db,
  { form, answers, owner }: { form: Form; answers: Answers; owner: string },
): Promise<readonly FiledFile[]> {
  const named = fileFields(form).flatMap((field) => {
    const ids = answers[field]
    return Array.isArray(ids) ? (ids as string[]).map((id) => ({ field, id })) : []
  })
  const found = await findFiles(
    db,
    named.map(({ id }) => id),
  )
  return named.map(({ field, id }) => {
    const file = found.get(id)
    if (!file || file.owner !== owner || file.scan === 'infected')
      throw new Refusal('filing.file_missing', { field })
    const { name, sha256, sizeBytes } = file
    return { field, id, name, sha256, sizeBytes }
  })
}

function fileFields(form: Form): readonly string[] {
  const fields: string[] = []
  for (const page of form.pages) {
    walkFields(page.fields, (field, path) => {
      if (field.type === 'files') fields.push(path)
    })
  }
  return fields
}

function requestDigest({ procedure, agency, answers }: ProgramFiling): string {
  return createHash('sha256')
    .update(JSON.stringify([procedure.code, agency, answers]))
    .digest('hex')
}

async function repeated(
  db: Db,
  known: { readonly digest: string; readonly dossierCode: string },
  digest: string,
): Promise<Receipt & { isNew: boolean }> {
  if (known.digest !== digest) throw new Refusal('filing.key_reused')
  const [first] = await contentsOf(db, known.dossierCode)
  if (!first) throw new Error(`No content of ${known.dossierCode}`)
  return { code: known.dossierCode, digest: first.digest, at: first.at, files: first.files, isNew: false }
}
