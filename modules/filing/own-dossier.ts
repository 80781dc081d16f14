import type { FastifyRequest } from 'fastify'
import { findRevision } from '#catalogue'
import { type Form, formOfVersion } from '#forms'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { type Dossier, findDossier } from '#register'
import { sourceOf } from './procedure.ts'
import { type ContentRow, contentsOf, latestContents } from './queries/contents.ts'
import { type Filer, filerOf, requireCovered } from './whose.ts'

/** A dossier, and whoever looks at it as its applicant. */
export type OwnDossier = { readonly dossier: Dossier; readonly filer: Filer }

/** Hồ sơ của tôi, or of whom I act for. @throws Refusal `filing.not_found`, for another's as well; `filing.not_covered` */
export async function requireOwn(db: Db, request: FastifyRequest, code: string): Promise<OwnDossier> {
  const filer = filerOf(request)
  const dossier = await findDossier(db, code)
  if (!dossier || dossier.applicant.owner !== filer.owner) throw new Refusal('filing.not_found')
  requireCovered(request, dossier.procedureCode)
  return { dossier, filer }
}

/** What is in a dossier, with the form to read it by. */
export type DossierContent = ContentRow & { readonly form: Form }

/** The content as it stands: what was filed, with the supplements. `undefined` for a dossier of another system. */
export async function contentOf(db: Db, dossier: Dossier): Promise<DossierContent | undefined> {
  const latest = (await contentsOf(db, dossier.code)).at(-1)
  return latest && { ...latest, form: await formOfContent(db, dossier, latest) }
}

/** The contents of many dossiers as they stand, by code. */
export async function contentsByCode(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ContentRow>> {
  if (codes.length === 0) return new Map()
  return new Map((await latestContents(db, codes)).map((row) => [row.dossierCode, row]))
}

async function formOfContent(
  db: Db,
  { procedureCode, revisionNumber = 1 }: Dossier,
  { formId, formVersion }: ContentRow,
): Promise<Form> {
  const revision = await findRevision(db, procedureCode, revisionNumber)
  if (!revision) throw new Error(`No revision ${revisionNumber} of ${procedureCode}`)
  return formOfVersion(db, { id: formId, version: formVersion }, sourceOf(revision))
}
