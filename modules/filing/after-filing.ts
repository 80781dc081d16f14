import type { Answers } from '#forms'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import type { Database, Tx } from '#platform/db'
import { clockRulesOf, type Dossier, moveDossier, remarkOnDossier } from '#register'
import { contentOf, type OwnDossier } from './own-dossier.ts'
import {
  answerSupplementRows,
  insertMessage,
  insertRating,
  insertResult,
  insertSupplement,
  type SupplementItem,
} from './queries/around.ts'
import { insertContent } from './queries/contents.ts'
import { type FiledFile, receiptDigest } from './receipt.ts'
import { requireComplete } from './submit.ts'

const MOST_MESSAGE = 2_000

/** Rút hồ sơ. @throws Refusal of the register when it is too late, or no reason is given */
export async function withdraw(
  db: Database,
  { dossier, filer }: OwnDossier,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await db.transaction((tx) =>
    moveDossier(tx, dossier.code, { act: 'withdraw', at: now, reason: tidy(reason), by: filer.doer }, (at) =>
      clockRulesOf(tx, at.agency, now),
    ),
  )
}

/**
 * Bổ sung hồ sơ: the whole content again, with what was asked for put right. The answers before stay as they were filed.
 * @throws Incomplete, Refusal `filing.nothing_asked`
 */
export async function answerSupplement(
  db: Database,
  { dossier, filer }: OwnDossier,
  { given, now }: { given: Answers; now: Date },
): Promise<void> {
  const content = await contentOf(db, dossier)
  if (!content || dossier.turn !== 'applicant' || dossier.status === 9)
    throw new Refusal('filing.nothing_asked')
  const { form, number } = content
  const { answers, files } = await requireComplete(db, { form, given, owner: filer.owner, now })
  const filed = {
    code: dossier.code,
    number: number + 1,
    agency: dossier.agency,
    procedure: dossier.procedureCode,
  }
  const digest = receiptDigest({ ...filed, owner: filer.owner, at: now, answers, files })
  await db.transaction(async (tx) => {
    await insertContent(tx, {
      dossierCode: dossier.code,
      number: number + 1,
      formId: form.id,
      formVersion: form.version,
      answers,
      files,
      byAccount: filer.actor,
      at: now,
      digest,
    })
    await answerSupplementRows(tx, dossier.code, now)
    const act = dossier.status === 1 ? 'answer_before_reception' : 'answer_supplement'
    await moveDossier(tx, dossier.code, { act, at: now, by: filer.doer, version: dossier.version }, (at) =>
      clockRulesOf(tx, at.agency, now),
    )
  })
}

/** Yêu cầu bổ sung as the applicant will read it. The register's own act is done by whoever asks, in the same transaction. */
export async function recordSupplement(
  tx: Tx,
  asked: { code: string; items: readonly SupplementItem[]; reason: string; basis: string; now: Date },
): Promise<void> {
  await insertSupplement(tx, asked)
}

type Message = { readonly text: string; readonly now: Date }
type Speaker = { readonly side: 'applicant' | 'agency'; readonly account: string; readonly name: string }

/** Nhắn tin trong hồ sơ. @throws Refusal `filing.message_empty` */
export async function sendMessage(
  db: Database,
  dossier: Pick<Dossier, 'code'>,
  { side, account, name }: Speaker,
  { text, now }: Message,
): Promise<void> {
  const clean = text.normalize('NFC').trim()
  if (clean === '' || clean.length > MOST_MESSAGE) throw new Refusal('filing.message_empty')
  await db.transaction(async (tx) => {
    // The register's row is locked first, so that two messages at once get two numbers.
    const kind = side === 'applicant' ? 'applicant' : 'official'
    await remarkOnDossier(tx, dossier.code, { act: 'message', at: now, by: { kind, id: account, name } })
    await insertMessage(tx, { code: dossier.code, side, byAccount: account, byName: name, text: clean, now })
  })
}

/** Đánh giá mức độ hài lòng, once, when there is a result or an end. @throws Refusal `filing.rated_already`, … */
export async function rate(
  db: Database,
  { dossier, filer }: OwnDossier,
  { score, words, now }: { score: number; words: string; now: Date },
): Promise<void> {
  if (dossier.status !== 9 && !dossier.endedAt) throw new Refusal('filing.not_finished')
  if (![1, 2, 3].includes(score)) throw new Refusal('filing.rating_missing')
  await db.transaction(async (tx) => {
    await remarkOnDossier(tx, dossier.code, { act: 'rated', at: now, by: filer.doer, details: { score } })
    const rated = {
      code: dossier.code,
      score,
      words: tidy(words).slice(0, MOST_MESSAGE),
      byAccount: filer.actor,
      now,
    }
    if (!(await insertRating(tx, rated))) throw new Refusal('filing.rated_already')
  })
}

/** Gắn kết quả điện tử: the applicant can download it from now on. */
export async function attachResult(
  tx: Tx,
  result: {
    code: string
    title: string
    resultNumber: string
    file: FiledFile
    byAccount: string
    now: Date
  },
): Promise<void> {
  await insertResult(tx, result)
}
