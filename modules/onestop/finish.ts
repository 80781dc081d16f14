import { keepBytes, requireWhole, storeFile } from '#documents'
import { attachResult, type FiledFile } from '#filing'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import type { Tx } from '#platform/db'
import type { PostedFile } from '#platform/uploads'
import { type Doing, move } from './acts.ts'
import { processOf } from './process.ts'
import { takeNumber } from './queries/numbers.ts'
import { workOf } from './queries/work.ts'
import type { OnestopServices } from './services.ts'

export type Issued = {
  readonly title: string
  readonly resultNumber: string
  /** The next number of the agency's register is to be taken. */
  readonly takesNumber: boolean
  /** What somebody chose, or what is written once the number is known. */
  readonly file: PostedFile | Written | undefined
}

export type Written = {
  readonly name: string
  readonly write: (resultNumber: string) => Promise<Buffer>
}

/** Phát hành kết quả: the file, its name and number; only from a step that may finish. @throws Refusal `onestop.not_last_step`, … */
export async function finish(
  services: OnestopServices,
  doing: Doing,
  { title, resultNumber, takesNumber, file }: Issued,
): Promise<void> {
  const { db } = services
  const { dossier, officer, now } = doing
  const steps = await processOf(db, dossier)
  const work = await workOf(db, officer.agency, dossier.code)
  const step = steps.find(({ id }) => id === work?.step)
  if (!step?.mayFinish) throw new Refusal('onestop.not_last_step')
  if (!file || tidy(title) === '') throw new Refusal('onestop.result_missing')
  if ('bytes' in file) requireWhole(file)
  const owner = dossier.applicant.owner ?? officer.accountId
  const keep = (bytes: Buffer) =>
    keepBytes(services, { bytes, name: file.name, owner, uploadedBy: officer.accountId, now })
  const chosen = 'bytes' in file ? await keep(file.bytes) : undefined
  await db.transaction(async (tx) => {
    const number = takesNumber ? await nextNumber(tx, doing, tidy(title)) : tidy(resultNumber)
    const kept = chosen ?? ('write' in file ? await keep(await file.write(number)) : undefined)
    if (!kept) throw new Refusal('onestop.result_missing')
    const stored = await storeFile(tx, services, kept)
    const { id, name, sha256, sizeBytes } = stored
    const filed: FiledFile = { field: 'result', id, name, sha256, sizeBytes }
    await move(tx, doing, {
      act: 'finish',
      details: { title: tidy(title), resultNumber: number, sha256 },
    })
    await attachResult(tx, {
      code: dossier.code,
      title: tidy(title),
      resultNumber: number,
      file: filed,
      byAccount: officer.accountId,
      now,
    })
  })
}

/** Cấp số: `57/2026`, in the register of the agency. */
async function nextNumber(tx: Tx, { dossier, officer, now }: Doing, title: string): Promise<string> {
  const year = Number(civilDate(now).slice(0, 4))
  const { agency, accountId } = officer
  const line = { agency, year, dossierCode: dossier.code, title, byAccount: accountId, at: now }
  return `${await takeNumber(tx, line)}/${year}`
}
