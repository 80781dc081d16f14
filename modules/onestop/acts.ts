import { findRevision } from '#catalogue'
import { contentOf, heldPapers, limitsOf, recordSupplement, type SupplementItem } from '#filing'
import { walkFields } from '#forms'
import { officersAt } from '#identity'
import { momentAt } from '#kernel/civil-date'
import { parseCivilDate } from '#kernel/civil-date-text'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import { addWorkingTime } from '#kernel/working-time'
import { HOUR_MS } from '#kernel/working-time-clock'
import type { Limit } from '#kernel/working-time-policy'
import type { Database, Tx } from '#platform/db'
import {
  type Act,
  clockRulesOf,
  type Dossier,
  type EventDetails,
  moveDossier,
  type Remark,
  remarkOnDossier,
} from '#register'
import { doerOf, type Officer } from './at-dossier.ts'
import { processOf } from './process.ts'
import { workOf } from './queries/work.ts'
import { placeWork, type WorkChange } from './work.ts'

/** What an officer does, with everything that the form said. */
export type Doing = {
  readonly officer: Officer
  readonly dossier: Dossier
  /** The version that the officer looked at. */
  readonly version: number
  readonly now: Date
}

type Moved = {
  readonly act: Act
  readonly reason?: string | undefined
  readonly details?: EventDetails
} & Partial<{
  readonly limit: Limit
  readonly dueAt: Date
  readonly supplementBy: Date
  readonly overrides: boolean
}>

/** One act of the register and the work that follows from it, whole or not at all. */
export async function move(
  tx: Tx,
  { officer, dossier, version, now }: Doing,
  moved: Moved,
  change: WorkChange = {},
): Promise<void> {
  await moveDossier(tx, dossier.code, { ...moved, at: now, by: doerOf(officer), version }, ({ agency }) =>
    clockRulesOf(tx, agency, now),
  )
  await placeWork(tx, dossier.code, change)
}

type Remarked = {
  readonly act: Remark
  readonly reason?: string | undefined
  readonly details?: EventDetails
}

async function remark(
  tx: Tx,
  { officer, dossier, version, now }: Doing,
  said: Remarked,
  change: WorkChange = {},
): Promise<void> {
  await remarkOnDossier(tx, dossier.code, { ...said, at: now, by: doerOf(officer), version })
  await placeWork(tx, dossier.code, change)
}

/** The time limits that a dossier may have been filed under: of its revision and its channel. */
export async function limitsFor(db: Database, { procedureCode, revisionNumber, door }: Dossier) {
  const revision = await findRevision(db, procedureCode, revisionNumber ?? 1)
  return revision && door !== 'sync' ? limitsOf(revision, door) : []
}

/** Tiếp nhận: the clock starts under the chosen limit, and the dossier is the officer's to hand on. */
export async function receive(db: Database, doing: Doing, choice: string): Promise<void> {
  const limits = await limitsFor(db, doing.dossier)
  const limit = limits[Number(choice)]
  if (limits.length > 0 && !limit) throw new Refusal('onestop.limit_missing')
  const { accountId: id, name } = doing.officer
  await db.transaction((tx) =>
    move(
      tx,
      doing,
      { act: 'receive', ...(limit && { limit: { value: limit.value, unit: limit.unit } }) },
      { assignee: { id, name } },
    ),
  )
}

/** Từ chối, dừng, tiếp tục, yêu cầu nộp tiền, xác nhận đã nộp: an act with a reason, or without. */
export async function simple(
  db: Database,
  doing: Doing,
  {
    act,
    reason,
  }: { act: 'reject' | 'stop' | 'resume' | 'ask_payment' | 'confirm_payment' | 'return'; reason: string },
): Promise<void> {
  await db.transaction((tx) => move(tx, doing, { act, reason: tidy(reason) || undefined }))
}

/** Chuyển bước: on to the next step, or back with a reason; the first one starts the processing. @throws Refusal `onestop.step_unknown` */
export async function handOver(
  db: Database,
  doing: Doing,
  { to, reason }: { to: string; reason: string },
): Promise<void> {
  const { dossier, officer } = doing
  const steps = await processOf(db, dossier)
  const work = await workOf(db, officer.agency, dossier.code)
  const from = steps.find(({ id }) => id === work?.step) ?? steps[0]
  const step = steps.find(({ id }) => id === to)
  if (!step || !from?.next.includes(to)) throw new Refusal('onestop.step_unknown')
  const isBack = steps.indexOf(step) < steps.indexOf(from)
  if (isBack && tidy(reason) === '') throw new Refusal('register.reason_missing')
  const details = { fromStep: from.name.vi, toStep: step.name.vi }
  await db.transaction(async (tx) => {
    if (dossier.status === 2)
      return move(tx, doing, { act: 'start', reason: tidy(reason) || undefined, details }, { step: to })
    return remark(tx, doing, { act: 'handed_over', reason: tidy(reason) || undefined, details }, { step: to })
  })
}

/** Phân công: to somebody who is an officer of the agency at this moment. @throws Refusal `onestop.nobody` */
export async function assign(db: Database, doing: Doing, account: string): Promise<void> {
  const colleague = (await officersAt(db, doing.officer.agency, doing.now)).find(
    ({ accountId }) => accountId === account,
  )
  if (!colleague) throw new Refusal('onestop.nobody')
  const assignee = { id: colleague.accountId, name: colleague.name }
  await db.transaction((tx) =>
    remark(tx, doing, { act: 'assigned', details: { to: colleague.name } }, { assignee }),
  )
}

/** Ghi chú: for colleagues only. */
export async function note(db: Database, doing: Doing, text: string): Promise<void> {
  if (tidy(text) === '') throw new Refusal('register.reason_missing')
  await db.transaction((tx) => remark(tx, doing, { act: 'noted', reason: tidy(text) }))
}

/** Lấy ý kiến đơn vị khác, and its answer: the clock goes on, the dossier waits in a queue of its own. */
export async function consult(
  db: Database,
  doing: Doing,
  { unit, text }: { unit: string; text: string },
): Promise<void> {
  if (tidy(unit) === '' || tidy(text) === '') throw new Refusal('register.reason_missing')
  await db.transaction((tx) =>
    remark(
      tx,
      doing,
      { act: 'consulted', reason: tidy(text), details: { unit: tidy(unit) } },
      { consulted: tidy(unit) },
    ),
  )
}

export async function recordOpinion(db: Database, doing: Doing, text: string): Promise<void> {
  if (tidy(text) === '') throw new Refusal('register.reason_missing')
  await db.transaction((tx) =>
    remark(tx, doing, { act: 'opinion_given', reason: tidy(text) }, { consulted: null }),
  )
}

/** Working hours that an applicant is given to answer, unless the law of the procedure says otherwise. A setting. */
const ANSWER_HOURS = 7 * 8

export type Request = {
  readonly items: readonly SupplementItem[]
  readonly reason: string
  readonly basis: string
  /** Why there is a second request, or why a paper is asked for that the applicant filed before. */
  readonly override: string
}

/**
 * Yêu cầu bổ sung: once, all of it, pinned to questions and files. What the applicant filed in an earlier dossier is not asked for
 * again, and a second request is not made; an officer who needs it all the same says why, and that is counted.
 * @throws Refusal `onestop.items_missing`, `onestop.already_held`, `register.asked_already`
 */
export async function askSupplement(
  db: Database,
  doing: Doing,
  { items, reason, basis, override }: Request,
): Promise<void> {
  const { dossier, now } = doing
  if (items.length === 0 || items.some(({ note: said }) => tidy(said) === ''))
    throw new Refusal('onestop.items_missing')
  const overrides = tidy(override) !== ''
  if (!overrides) await refuseWhatIsHeld(db, dossier, items)
  const { calendar } = await clockRulesOf(db, dossier.agency, now)
  const supplementBy = addWorkingTime(now, ANSWER_HOURS * HOUR_MS, calendar)
  const act = dossier.status === 1 ? 'ask_before_reception' : 'ask_supplement'
  const details = {
    items: items.map(({ label, note: said }) => `${label}: ${said}`),
    ...(overrides && { override: tidy(override) }),
  }
  await db.transaction(async (tx) => {
    await move(tx, doing, { act, reason: tidy(reason), supplementBy, overrides, details })
    await recordSupplement(tx, { code: dossier.code, items, reason: tidy(reason), basis: tidy(basis), now })
  })
}

/** Xin lỗi và hẹn lại: a new day, once, with the apology that the applicant reads. @throws Refusal `onestop.day_wrong` */
export async function extend(
  db: Database,
  doing: Doing,
  { day, reason }: { day: string; reason: string },
): Promise<void> {
  const date = parseCivilDate(day)
  if (!date) throw new Refusal('onestop.day_wrong')
  const { calendar } = await clockRulesOf(db, doing.dossier.agency, doing.now)
  const noon = calendar.openOnDayOf(momentAt(date, 17 * 60))
  await db.transaction((tx) => move(tx, doing, { act: 'extend', reason: tidy(reason), dueAt: noon }))
}

async function refuseWhatIsHeld(
  db: Database,
  dossier: Dossier,
  items: readonly SupplementItem[],
): Promise<void> {
  const content = await contentOf(db, dossier)
  const filed = new Set(content?.files.map(({ field }) => field))
  const held = await heldPapers(db, dossier)
  for (const page of content?.form.pages ?? []) {
    walkFields(page.fields, ({ component, label }, path) => {
      const isAsked = items.some((item) => item.path === path) && !filed.has(path)
      const other = component && held.get(component)
      if (isAsked && other) throw new Refusal('onestop.already_held', { near: [`${label.vi}: ${other}`] })
    })
  }
}
