import { type Db, sql, type Tx } from '#platform/db'
import type { FiledFile } from '../receipt.ts'

export type SupplementItem = {
  /** The question that is meant; absent for something else. */
  readonly path?: string
  readonly label: string
  /** What is wrong with it, or missing. */
  readonly note: string
}

export type SupplementRow = {
  readonly number: number
  readonly items: readonly SupplementItem[]
  readonly reason: string
  readonly basis: string
  readonly askedAt: Date
  readonly answeredAt: Date | null
}

/** By primary key. */
export async function supplementsOf(db: Db, code: string): Promise<SupplementRow[]> {
  return db.many<SupplementRow>(sql`
    select s.number, s.items, s.reason, s.basis, s.asked_at, s.answered_at
      from filing.supplement s
     where s.dossier_code = ${code}
     order by s.number`)
}

export async function insertSupplement(
  tx: Tx,
  s: { code: string; items: readonly SupplementItem[]; reason: string; basis: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    insert into filing.supplement (dossier_code, number, items, reason, basis, asked_at)
    select ${s.code}, coalesce(max(o.number), 0) + 1, ${JSON.stringify(s.items)}::jsonb, ${s.reason}, ${s.basis},
           ${s.now}::timestamptz
      from filing.supplement o
     where o.dossier_code = ${s.code}`)
}

export async function answerSupplementRows(tx: Tx, code: string, now: Date): Promise<number> {
  return tx.run(sql`
    update filing.supplement
       set answered_at = ${now}
     where dossier_code = ${code} and answered_at is null`)
}

export type MessageRow = {
  readonly number: number
  readonly side: 'applicant' | 'agency'
  readonly byName: string
  readonly text: string
  readonly at: Date
}

/** By primary key; at most 200. */
export async function messagesOf(db: Db, code: string): Promise<MessageRow[]> {
  return db.many<MessageRow>(sql`
    select m.number, m.side, m.by_name, m.text, m.at
      from filing.message m
     where m.dossier_code = ${code}
     order by m.number
     limit 200`)
}

export async function insertMessage(
  tx: Tx,
  m: {
    code: string
    side: 'applicant' | 'agency'
    byAccount: string
    byName: string
    text: string
    now: Date
  },
): Promise<void> {
  await tx.run(sql`
    insert into filing.message (dossier_code, number, side, by_account, by_name, text, at)
    select ${m.code}, coalesce(max(o.number), 0) + 1, ${m.side}, ${m.byAccount}, ${m.byName}, ${m.text}, ${m.now}::timestamptz
      from filing.message o
     where o.dossier_code = ${m.code}`)
}

export type ResultRow = {
  readonly number: number
  readonly title: string
  readonly resultNumber: string
  readonly file: FiledFile
  readonly at: Date
}

/** By primary key. */
export async function resultsOf(db: Db, code: string): Promise<ResultRow[]> {
  return db.many<ResultRow>(sql`
    select r.number, r.title, r.result_number, r.file, r.at
      from filing.result r
     where r.dossier_code = ${code}
     order by r.number`)
}

export async function insertResult(
  tx: Tx,
  r: { code: string; title: string; resultNumber: string; file: FiledFile; byAccount: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    insert into filing.result (dossier_code, number, title, result_number, file, by_account, at)
    select ${r.code}, coalesce(max(o.number), 0) + 1, ${r.title}, ${r.resultNumber}, ${JSON.stringify(r.file)}::jsonb,
           ${r.byAccount}, ${r.now}::timestamptz
      from filing.result o
     where o.dossier_code = ${r.code}`)
}

export type RatingRow = { readonly score: number; readonly words: string; readonly at: Date }

export async function ratingOf(db: Db, code: string): Promise<RatingRow | undefined> {
  return db.maybeOne<RatingRow>(sql`
    select r.score, r.words, r.at
      from filing.rating r
     where r.dossier_code = ${code}`)
}

/** Answers whether there was none yet. */
export async function insertRating(
  tx: Tx,
  r: { code: string; score: number; words: string; byAccount: string; now: Date },
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into filing.rating (dossier_code, score, words, by_account, at)
    values (${r.code}, ${r.score}, ${r.words}, ${r.byAccount}, ${r.now})
    on conflict do nothing`)
  return rows === 1
}
