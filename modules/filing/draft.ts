import { findRevision, type Procedure } from '#catalogue'
import type { AgencyBrief } from '#directory'
import { type Answers, type Form, formFor, formOfVersion, prefill } from '#forms'
import { Refusal } from '#kernel/refusal'
import type { Database, Db } from '#platform/db'
import { timeOrderedId } from '#platform/time-ordered-id'
import { knownAbout } from './known.ts'
import { sourceOf } from './procedure.ts'
import {
  type DraftRow,
  draftOf,
  insertDraft,
  lockDraft,
  lockDraftsOf,
  mergeAnswers,
  openDraftsOf,
  setDeleted,
  setForm,
} from './queries/drafts.ts'
import type { Filer } from './whose.ts'

/** Hồ sơ đang soạn. */
export type Draft = DraftRow

const MOST_DRAFTS = 5

type Begin = {
  readonly filer: Filer
  readonly procedure: Procedure
  readonly agency: AgencyBrief
  readonly place: string
  readonly now: Date
}

/** Bắt đầu soạn hồ sơ: with everything filled in that the account knows. @throws Refusal `filing.too_many_drafts` */
export async function beginDraft(
  db: Database,
  { filer, procedure, agency, place, now }: Begin,
): Promise<string> {
  const form = await formFor(db, sourceOf(procedure))
  const { answers, paths } = prefill(form, await knownAbout(db, filer.owner))
  const id = timeOrderedId(now)
  await db.transaction(async (tx) => {
    await lockDraftsOf(tx, filer.owner)
    if ((await openDraftsOf(tx, filer.owner)).length >= MOST_DRAFTS)
      throw new Refusal('filing.too_many_drafts')
    await insertDraft(tx, {
      id,
      owner: filer.owner,
      actor: filer.actor,
      procedureCode: procedure.code,
      procedureName: procedure.content.name,
      revisionNumber: procedure.number,
      formId: form.id,
      formVersion: form.version,
      agency: agency.handle,
      agencyName: agency.name,
      place,
      answers,
      prefilled: paths,
      begunAt: now,
      savedAt: now,
    })
  })
  return id
}

/** @throws Refusal `filing.draft_not_found`, for another's as well */
export async function requireDraft(db: Db, { id, owner }: { id: string; owner: string }): Promise<Draft> {
  const draft = await draftOf(db, { id, owner })
  if (!draft) throw new Refusal('filing.draft_not_found')
  return draft
}

export async function listDrafts(db: Db, owner: string): Promise<readonly Draft[]> {
  return openDraftsOf(db, owner)
}

/** The form that a draft is filled in with. */
export async function formOfDraft(db: Db, draft: Draft): Promise<Form> {
  const revision = await findRevision(db, draft.procedureCode, draft.revisionNumber)
  if (!revision) throw new Error(`No revision ${draft.revisionNumber} of ${draft.procedureCode}`)
  return formOfVersion(db, { id: draft.formId, version: draft.formVersion }, sourceOf(revision))
}

/**
 * Brings a draft up to the form and the revision that hold today. Answers stay; those of questions that are gone are kept and no longer
 * asked for. Answers whether anything changed, so that the person can be told.
 */
export async function bringUpToDate(
  db: Database,
  { draft, procedure, now }: { draft: Draft; procedure: Procedure; now: Date },
): Promise<{ readonly form: Form; readonly hasChanged: boolean }> {
  const form = await formFor(db, sourceOf(procedure))
  const isSame = form.id === draft.formId && form.version === draft.formVersion
  if (isSame && procedure.number === draft.revisionNumber) return { form, hasChanged: false }
  await db.transaction((tx) =>
    setForm(tx, {
      id: draft.id,
      formId: form.id,
      formVersion: form.version,
      revisionNumber: procedure.number,
      now,
    }),
  )
  return { form, hasChanged: !isSame }
}

/** Lưu một trang: its answers as they were typed; those of other pages stay. @throws Refusal `filing.draft_not_found` */
export async function saveAnswers(
  db: Database,
  {
    draft,
    answers,
    pageFields,
    now,
  }: { draft: Draft; answers: Answers; pageFields: readonly string[]; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const locked = await lockDraft(tx, draft)
    if (!locked || locked.dossierCode || locked.deletedAt) throw new Refusal('filing.draft_not_found')
    await mergeAnswers(tx, { id: draft.id, answers, dropped: pageFields, now })
  })
}

/** Xóa hồ sơ đang soạn, or takes that back: nothing is lost by a slip. */
export async function deleteDraft(
  db: Database,
  { draft, at }: { draft: Draft; at: Date | undefined },
): Promise<void> {
  await db.transaction((tx) => setDeleted(tx, { id: draft.id, at: at ?? null }))
}
