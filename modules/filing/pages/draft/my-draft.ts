import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findFiles, type StoredFile } from '#documents'
import { type Answers, checkAnswers, type Form, placeFinder } from '#forms'
import { civilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { type Draft, requireDraft } from '../../draft.ts'
import { type Filer, filerOf, requireCovered } from '../../whose.ts'

export const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 })
export const Params = Type.Object({ id: Id })

type Mine = { readonly draft: Draft; readonly filer: Filer }

/** The draft of whoever asks, or of whom they act for. @throws Refusal `filing.draft_not_found`, `filing.not_covered` */
export async function mine(db: Db, request: FastifyRequest, reply: FastifyReply, id: string): Promise<Mine> {
  const filer = filerOf(request)
  const draft = await requireDraft(db, { id, owner: filer.owner })
  requireCovered(request, draft.procedureCode)
  reply.header('cache-control', 'no-store')
  return { draft, filer }
}

/** The answers as they would be filed today, and what keeps them from it. */
export async function checked(db: Db, form: Form, given: Answers, now: Date) {
  const today = civilDate(now)
  const { answers, problems } = await checkAnswers(form, given, { today, findPlace: placeFinder(db, today) })
  return { answers, problems: problems.filter(({ code }) => code !== 'unknown_field') }
}

/** The files that answers name, by id. */
export async function filesIn(db: Db, answers: Answers): Promise<ReadonlyMap<string, StoredFile>> {
  const ids = Object.values(answers).flatMap((answer) =>
    Array.isArray(answer)
      ? answer.filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
      : [],
  )
  return findFiles(db, ids)
}
