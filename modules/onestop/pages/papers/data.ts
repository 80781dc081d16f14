import { agencyBriefs, agencyLine, findAgency, limitInWords } from '#directory'
import { contentOf, type FilingServices, receiptSecret, supplementsOf } from '#filing'
import { walkFields } from '#forms'
import { civilDate } from '#kernel/civil-date'
import { Refusal } from '#kernel/refusal'
import { judge } from '#kernel/working-time-judge'
import { ONE_STOP } from '#kernel/working-time-policy'
import type { Db } from '#platform/db'
import type { Paper } from '#platform/pdf'
import { actInWords, type Dossier, type DossierEvent } from '#register'
import * as papers from '../../papers/papers.ts'

const CHANNELS = {
  portal: 'Trực tuyến',
  desk: 'Tại quầy',
  post: 'Bưu chính công ích',
  sync: 'Hệ thống của cơ quan',
}
const RETURNS: Readonly<Record<string, string>> = {
  electronic: 'Bản điện tử trên cổng',
  counter: 'Tại nơi nộp hồ sơ',
  post: 'Qua bưu chính công ích',
}

/** What the papers of a dossier say, from the register, the directory and what was filed. */
async function paperData(
  { publicUrl, receipts }: Pick<FilingServices, 'publicUrl' | 'receipts'>,
  db: Db,
  { dossier, events, now }: { dossier: Dossier; events: readonly DossierEvent[]; now: Date },
): Promise<papers.PaperData> {
  const today = civilDate(now)
  const [agency, line, content] = await Promise.all([
    findAgency(db, dossier.agency, today),
    agencyLine(db, dossier.agency),
    contentOf(db, dossier),
  ])
  const briefs = await agencyBriefs(db, line, today)
  const above = line[1] === undefined ? undefined : briefs.get(line[1])
  const received = events.find(({ act }) => act === 'receive')
  const { limit, receivedAt, dueAt } = dossier
  const applicant = content?.answers['applicant']
  const said = (id: string) =>
    typeof applicant === 'object' && !Array.isArray(applicant)
      ? (applicant as Record<string, unknown>)[id]
      : undefined
  const residence = said('residence') as { unit?: string; street?: string } | undefined
  return {
    code: dossier.code,
    agency: dossier.agencyName,
    agencyAbove: above?.name,
    agencyCode: agency?.code ?? above?.code ?? dossier.agency,
    agencyContact: [dossier.agencyName, agency?.contact.phone, agency?.contact.email]
      .filter(Boolean)
      .join(', '),
    procedure: dossier.procedureName,
    procedureCode: dossier.procedureCode,
    applicant: dossier.applicant.name,
    phone: textOf(said('phone')),
    address: residence && [residence.street, residence.unit].filter(Boolean).join(', '),
    channel: CHANNELS[dossier.door],
    submittedAt: dossier.submittedAt,
    receivedAt,
    // As the receipt promised it, whatever happened since.
    dueAt: dueAtReception(received) ?? dueAt,
    limit: limit && limitInWords(limit, 'vi'),
    returnBy: RETURNS[textOf(content?.answers['resultBy']) ?? ''] ?? 'Tại nơi nộp hồ sơ',
    papers: papersIn(content),
    officer: received?.by.name ?? '',
    officerPost: received?.by.post ?? 'Cán bộ tiếp nhận',
    secret: receiptSecret(receipts, dossier.code),
    trackAt: `${publicUrl}/tra-cuu`,
  }
}

function dueAtReception(received: DossierEvent | undefined): Date | undefined {
  const due = received?.details['dueIs']
  return typeof due === 'string' ? new Date(due) : undefined
}

type Content = Awaited<ReturnType<typeof contentOf>>

function papersIn(content: Content): papers.PaperData['papers'] {
  const rows: { name: string; files: string[] }[] = [
    { name: 'Biểu mẫu điện tử đã khai trên cổng', files: [] },
  ]
  for (const page of content?.form.pages ?? []) {
    walkFields(page.fields, ({ type, label }, path) => {
      const files = content?.files.filter(({ field }) => field === path).map(({ name }) => name) ?? []
      if (type === 'files' && files.length > 0) rows.push({ name: label.vi, files })
    })
  }
  return rows
}

/** One of the papers 01 to 06 of a dossier, as its course says it. @throws Refusal `documents.not_found` for one that there is no reason for */
export async function paperOf(
  services: FilingServices,
  db: Db,
  given: { number: number; dossier: Dossier; events: readonly DossierEvent[]; now: Date },
): Promise<Paper> {
  const { number, dossier, events, now } = given
  const data = await paperData(services, db, given)
  const last = (...acts: string[]) => events.findLast(({ act }) => acts.includes(act))
  if (number === 6) return papers.controlSlip(data, hopsOf(dossier, events), now)
  const acts = {
    1: ['receive'],
    2: ['ask_supplement', 'ask_before_reception'],
    3: ['reject'],
    4: ['extend'],
    5: ['stop'],
  }[number]
  const event = acts && last(...acts)
  if (!event) throw new Refusal('documents.not_found')
  const decided = decidedBy(event)
  if (number === 1) return papers.receiptPaper(data)
  if (number === 3) return papers.rejectionPaper(data, decided)
  if (number === 5) return papers.stopPaper(data, decided)
  if (number === 4) {
    const [dueWas, dueIs] = [event.details['dueWas'], event.details['dueIs']].map((due) =>
      typeof due === 'string' ? new Date(due) : undefined,
    )
    return papers.apologyPaper(data, { ...decided, dueWas, dueIs: dueIs ?? now })
  }
  const asked = (await supplementsOf(db, dossier.code)).at(-1)
  const answerBy = event.details['answerBy']
  return papers.supplementPaper(data, {
    ...decided,
    items: asked?.items ?? [],
    basis: asked?.basis ?? '',
    answerBy: typeof answerBy === 'string' ? new Date(answerBy) : undefined,
  })
}

function decidedBy({ claimedAt, reason = '', by }: DossierEvent): papers.Decided {
  return { at: claimedAt, reason, officer: by.name ?? '', post: by.post ?? 'Cán bộ một cửa' }
}

const VERDICTS = { early: 'Trước hạn', on_time: 'Đúng hạn', overdue: 'Quá hạn' }

/** Every hop of the way, from the timeline: who gave it on, to whom, and how the dossier then stood against its due time. */
function hopsOf({ dueAt }: Dossier, events: readonly DossierEvent[]): papers.Hop[] {
  return events
    .filter(({ act }) => act !== 'noted' && act !== 'message')
    .map((event, at, all) => {
      const before = all[at - 1]
      const { fromStep, toStep, unit } = event.details
      return {
        from:
          textOf(fromStep) ??
          (event.by.kind === 'applicant' ? 'Người nộp hồ sơ' : (before?.by.post ?? 'Bộ phận một cửa')),
        to:
          textOf(toStep) ??
          textOf(unit) ??
          (event.by.kind === 'applicant' ? 'Bộ phận một cửa' : (event.by.post ?? '')),
        givenBy: before?.by.name ?? event.by.name ?? '',
        takenBy: event.by.name ?? '',
        at: event.claimedAt,
        verdict: dueAt ? VERDICTS[judge(event.claimedAt, dueAt, ONE_STOP.judgement)] : '',
        note: [actInWords(event.act, 'vi'), event.reason].filter(Boolean).join(': '),
      }
    })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
