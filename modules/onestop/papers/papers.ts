import { civilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import type { Paper } from '#platform/pdf'
import {
  about,
  formName,
  formOf,
  lines,
  longMoment,
  optional,
  paper,
  papersTable,
  STATE,
  signed,
  slipMoment,
  track,
} from './parts.ts'

/** What the papers of one dossier say: plain values, from wherever they come. */
export type PaperData = {
  readonly code: string
  readonly agency: string
  readonly agencyAbove?: string | undefined
  readonly agencyCode: string
  readonly agencyContact: string
  readonly procedure: string
  readonly procedureCode: string
  readonly applicant: string
  readonly owner?: string | undefined
  readonly phone?: string | undefined
  readonly address?: string | undefined
  readonly channel: string
  readonly submittedAt: Date
  readonly receivedAt?: Date | undefined
  readonly dueAt?: Date | undefined
  readonly limit?: string | undefined
  readonly returnBy: string
  readonly papers: readonly { readonly name: string; readonly files: readonly string[] }[]
  readonly officer: string
  readonly officerPost: string
  readonly secret?: string | undefined
  readonly trackAt: string
}

/** What was decided about a dossier, and when. */
export type Decided = {
  readonly at: Date
  readonly reason: string
  readonly officer: string
  readonly post: string
}

/** Mẫu 01: received, and when the result is due. */
export function receiptPaper(data: PaperData): Paper {
  const at = data.receivedAt ?? data.submittedAt
  return paper('receipt', at, data, [
    { kind: 'line', label: 'Tiếp nhận hồ sơ của', value: data.applicant },
    ...optional('Địa chỉ', data.address),
    ...optional('Số điện thoại', data.phone),
    {
      kind: 'line',
      label: 'Nội dung yêu cầu giải quyết',
      value: `${data.procedure} (${data.procedureCode})`,
    },
    { kind: 'paragraph', text: 'Thành phần hồ sơ nộp gồm:' },
    papersTable(data),
    { kind: 'line', label: 'Số lượng hồ sơ', value: '01 bộ' },
    ...optional('Thời gian giải quyết theo quy định', data.limit),
    { kind: 'line', label: 'Thời gian nhận hồ sơ', value: longMoment(at) },
    {
      kind: 'line',
      label: 'Thời gian trả kết quả',
      value: data.dueAt ? longMoment(data.dueAt) : 'theo quy định của thủ tục',
    },
    { kind: 'line', label: 'Hình thức nộp', value: data.channel },
    { kind: 'line', label: 'Nhận kết quả', value: data.returnBy },
    { kind: 'line', label: 'Liên hệ', value: data.agencyContact },
    track(data),
    {
      kind: 'signatures',
      signers: [
        { role: 'Người nộp hồ sơ', name: data.applicant },
        { role: data.officerPost, name: data.officer },
      ],
    },
  ])
}

export type PaperItem = { readonly label: string; readonly note: string }

/** Mẫu 02: what has to be put right, all of it, once. */
export function supplementPaper(
  data: PaperData,
  decided: Decided & { items: readonly PaperItem[]; basis: string; answerBy: Date | undefined },
): Paper {
  return paper('supplement', decided.at, data, [
    ...about(data),
    { kind: 'paragraph', text: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:' },
    {
      kind: 'table',
      columns: [
        { head: 'TT', share: 1 },
        { head: 'Nội dung', share: 5 },
        { head: 'Yêu cầu bổ sung, hoàn thiện', share: 6 },
      ],
      rows: decided.items.map(({ label, note }, at) => [String(at + 1), label, note]),
    },
    { kind: 'line', label: 'Lý do', value: decided.reason },
    ...optional('Căn cứ', decided.basis || undefined),
    ...optional('Đề nghị bổ sung trước', decided.answerBy && longMoment(decided.answerBy)),
    {
      kind: 'paragraph',
      text: 'Hồ sơ chỉ được yêu cầu bổ sung một lần trong suốt quá trình giải quyết. Thời gian chờ bổ sung không tính vào thời hạn giải quyết.',
    },
    { kind: 'line', label: 'Liên hệ', value: data.agencyContact },
    track(data),
    signed(decided),
  ])
}

/** Mẫu 03: not received, and why. */
export function rejectionPaper(data: PaperData, decided: Decided): Paper {
  return paper('rejection', decided.at, data, [
    ...about(data),
    {
      kind: 'paragraph',
      text: 'Qua xem xét, cơ quan thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    },
    { kind: 'paragraph', text: decided.reason },
    {
      kind: 'paragraph',
      text: 'Xin thông báo để ông/bà được biết. Ông/bà có thể nộp lại hồ sơ khi đủ điều kiện, hoặc khiếu nại theo quy định của pháp luật.',
    },
    { kind: 'line', label: 'Liên hệ', value: data.agencyContact },
    track(data),
    signed(decided),
  ])
}

/** Mẫu 04: late, with an apology and a new day, once. */
export function apologyPaper(
  data: PaperData,
  decided: Decided & { dueWas: Date | undefined; dueIs: Date },
): Paper {
  return paper('apology', decided.at, data, [
    ...about(data),
    ...optional('Ngày hẹn trả kết quả đã ghi', decided.dueWas && longMoment(decided.dueWas)),
    {
      kind: 'paragraph',
      text: 'Đến nay hồ sơ chưa giải quyết xong đúng thời hạn. Cơ quan xin lỗi ông/bà vì sự chậm trễ này. Lý do:',
    },
    { kind: 'paragraph', text: decided.reason },
    { kind: 'line', label: 'Thời gian trả kết quả mới', value: longMoment(decided.dueIs) },
    {
      kind: 'paragraph',
      text: 'Việc hẹn lại ngày trả kết quả được thực hiện không quá một lần. Mong nhận được sự thông cảm của ông/bà.',
    },
    { kind: 'line', label: 'Liên hệ', value: data.agencyContact },
    track(data),
    signed(decided),
  ])
}

/** Mẫu 05: stopped, and why. */
export function stopPaper(data: PaperData, decided: Decided): Paper {
  return paper('stop', decided.at, data, [
    ...about(data),
    { kind: 'paragraph', text: 'Cơ quan thông báo dừng giải quyết hồ sơ này với lý do:' },
    { kind: 'paragraph', text: decided.reason },
    { kind: 'line', label: 'Liên hệ', value: data.agencyContact },
    track(data),
    signed(decided),
  ])
}

export type Hop = {
  readonly from: string
  readonly to: string
  readonly givenBy: string
  readonly takenBy: string
  readonly at: Date
  readonly verdict: string
  readonly note: string
}

/** Mẫu 06: every hop of the way, with who gave, who took and when. */
export function controlSlip(data: PaperData, hops: readonly Hop[], at: Date): Paper {
  return paper('control_slip', at, data, [
    { kind: 'line', label: 'Thủ tục', value: `${data.procedure} (${data.procedureCode})` },
    { kind: 'line', label: 'Cơ quan giải quyết', value: data.agency },
    ...optional('Thời hạn trả kết quả', data.dueAt && longMoment(data.dueAt)),
    {
      kind: 'table',
      columns: [
        { head: 'Bên giao', share: 4 },
        { head: 'Bên nhận', share: 4 },
        { head: 'Thời gian giao, nhận', share: 5 },
        { head: 'Kết quả', share: 3 },
        { head: 'Ghi chú', share: 5 },
      ],
      rows: hops.map((hop) => [
        lines(hop.from, hop.givenBy),
        lines(hop.to, hop.takenBy),
        slipMoment(hop.at),
        hop.verdict,
        hop.note,
      ]),
    },
  ])
}

export type LedgerLine = {
  readonly code: string
  readonly procedure: string
  readonly applicant: string
  readonly receivedAt?: Date | undefined
  readonly dueAt?: Date | undefined
  readonly finishedAt?: Date | undefined
  readonly returnedAt?: Date | undefined
  readonly status: string
  readonly who: string
}

/** Mẫu 07: the ledger of an agency, lying across the page. */
export function ledger(agency: string, ledgerLines: readonly LedgerLine[], at: Date): Paper {
  const form = formOf('ledger', civilDate(at))
  return {
    title: `${form.title}, ${agency}`,
    at,
    isLandscape: true,
    blocks: [
      { kind: 'heading', left: [agency], right: STATE },
      {
        kind: 'title',
        text: form.title.toUpperCase(),
        below: `${formName(form)}. In lúc ${formatMoment(at)}`,
      },
      {
        kind: 'table',
        columns: [
          { head: 'TT', share: 1 },
          { head: 'Mã hồ sơ', share: 5 },
          { head: 'Tên thủ tục', share: 6 },
          { head: 'Người nộp', share: 4 },
          { head: 'Nhận', share: 3 },
          { head: 'Hẹn trả', share: 3 },
          { head: 'Có kết quả', share: 3 },
          { head: 'Trả kết quả', share: 3 },
          { head: 'Trạng thái', share: 4 },
          { head: 'Người xử lý', share: 4 },
        ],
        rows: ledgerLines.map((line, index) => [
          String(index + 1),
          line.code,
          line.procedure,
          line.applicant,
          ...[line.receivedAt, line.dueAt, line.finishedAt, line.returnedAt].map((moment) =>
            moment ? formatMoment(moment) : '',
          ),
          line.status,
          line.who,
        ]),
      },
    ],
  }
}
