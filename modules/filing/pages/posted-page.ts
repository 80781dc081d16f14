import { refusals as documentRefusals, findFiles, keepBytes, requireWhole, storeFile } from '#documents'
import {
  type Answers,
  changeGroup,
  groupChange,
  type Page,
  type Posted,
  type Problem,
  readPage,
  type Text,
} from '#forms'
import { Refusal } from '#kernel/refusal'
import type { PostedFile } from '#platform/uploads'
import type { FilingServices } from '../services.ts'

export type PostedPage = {
  readonly answers: Answers
  /** What was wrong with files. */
  readonly problems: readonly Problem[]
  /** A button that changes the page rather than sends it off. */
  readonly isChange: boolean
}

type Sent = {
  readonly body: Posted
  readonly files: readonly PostedFile[]
  readonly owner: string
  readonly actor: string
  readonly now: Date
}

/** What a page of questions posted, its files kept and named by their ids. Files that are wrong are told, the rest is kept. */
export async function readPosted(services: FilingServices, page: Page, sent: Sent): Promise<PostedPage> {
  const { body, owner } = sent
  let answers = readPage(page, body)
  const change = groupChange(body)
  if (change) answers = changeGroup(page, answers, change)
  const { problems, added } = await keepFiles(services, page, sent)
  const removed = removedFile(body)
  const withFiles: Record<string, Answers[string]> = { ...answers }
  for (const field of page.fields.filter(({ type }) => type === 'files')) {
    const before = await ownFiles(services, withFiles[field.id], owner)
    const all = [...before, ...(added.get(field.id) ?? [])].filter(
      (id) => !(removed?.field === field.id && removed.id === id),
    )
    withFiles[field.id] = all.slice(0, field.max ?? 10)
  }
  return { answers: withFiles, problems, isChange: change !== undefined || removed !== undefined }
}

/** Only files of the owner's own may be named by a form. */
async function ownFiles({ db }: FilingServices, given: unknown, owner: string): Promise<string[]> {
  const ids = (Array.isArray(given) ? given : []).filter(
    (id): id is string => typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id),
  )
  const found = await findFiles(db, ids)
  return [...new Set(ids)].filter((id) => found.get(id)?.owner === owner)
}

async function keepFiles(services: FilingServices, page: Page, { files, owner, actor, now, body }: Sent) {
  const problems: Problem[] = []
  const added = new Map<string, string[]>()
  for (const posted of files) {
    const { field: name, name: fileName, bytes } = posted
    const field = page.fields.find(({ id, type }) => id === name && type === 'files')
    if (!field) continue
    try {
      requireWhole(posted)
      const kept = await keepBytes(services, { bytes, name: fileName, owner, uploadedBy: actor, now })
      const here = [...[body[name] ?? []].flat(), ...(added.get(name) ?? [])]
      if (await isThere(services, here, kept.sha256)) continue
      const file = await services.db.transaction((tx) => storeFile(tx, services, kept))
      added.set(name, [...(added.get(name) ?? []), file.id])
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push({ path: name, code: error.code, text: wordsFor(error, fileName) })
    }
  }
  return { problems, added }
}

/** The same bytes in the same question are one file. */
async function isThere({ db }: FilingServices, ids: readonly string[], sha256: string): Promise<boolean> {
  const found = await findFiles(
    db,
    ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)),
  )
  return [...found.values()].some((file) => file.sha256 === sha256)
}

function wordsFor({ code }: Refusal, name: string): Text {
  const words = documentRefusals[code]
  return { vi: `${name}: ${words?.vi ?? code}`, en: `${name}: ${words?.en ?? code}` }
}

function removedFile(body: Posted): { field: string; id: string } | undefined {
  const pressed = body['_boTep']
  const [field, id] = (typeof pressed === 'string' ? pressed : '').split(' ')
  return field && id ? { field, id } : undefined
}
