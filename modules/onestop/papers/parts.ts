import { type CivilDate, civilDate, partsOf } from '#kernel/civil-date'
import { formatDate, formatTime, isoMoment } from '#kernel/civil-date-text'
import type { Paper, PaperBlock } from '#platform/pdf'
import { type PaperKind, paperFormOn } from './forms.ts'
import type { Decided, PaperData } from './papers.ts'

export const STATE = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

export function paper(kind: PaperKind, at: Date, data: PaperData, blocks: readonly PaperBlock[]): Paper {
  const day = civilDate(at)
  const form = formOf(kind, day)
  return {
    title: `${form.title}, hồ sơ ${data.code}`,
    at,
    blocks: [
      { kind: 'heading', left: [...(data.agencyAbove ? [data.agencyAbove] : []), data.agency], right: STATE },
      {
        kind: 'paragraph',
        text: `${formName(form)}. Mã hồ sơ: ${data.code}. ${longDay(day)}`,
        isSmall: true,
      },
      { kind: 'title', text: form.title.toUpperCase() },
      ...blocks,
    ],
  }
}

export function formOf(kind: PaperKind, day: CivilDate) {
  const form = paperFormOn(kind, day)
  if (!form) throw new RangeError(`The law of ${day} has no paper of the kind ${kind}`)
  return form
}

export function formName({ number, source }: { number: string; source: string }): string {
  return `Mẫu số ${number} (${source})`
}

export function about(data: PaperData): PaperBlock[] {
  return [
    { kind: 'line', label: 'Kính gửi', value: data.applicant },
    ...optional('Địa chỉ', data.address),
    { kind: 'line', label: 'Về hồ sơ', value: `${data.procedure} (${data.procedureCode}), mã ${data.code}` },
    { kind: 'line', label: 'Nộp lúc', value: longMoment(data.submittedAt) },
  ]
}

export function papersTable({ papers }: PaperData): PaperBlock {
  return {
    kind: 'table',
    columns: [
      { head: 'TT', share: 1 },
      { head: 'Giấy tờ', share: 7 },
      { head: 'Bản điện tử đã nhận', share: 6 },
    ],
    rows: papers.map(({ name, files }, at) => [String(at + 1), name, files.join('\n')]),
  }
}

/** System, paper, owner, dossier, agency, procedure, time: what live systems put into the code of a receipt. */
export function track(data: PaperData): PaperBlock {
  const payload = [
    data.trackAt,
    data.code,
    data.agencyCode,
    data.procedureCode,
    isoMoment(data.receivedAt ?? data.submittedAt),
  ]
  return {
    kind: 'qr',
    text: payload.join('|'),
    words: [
      `Theo dõi hồ sơ tại ${data.trackAt}`,
      `Mã hồ sơ: ${data.code}`,
      ...(data.secret ? [`Mã bí mật để xem lý do và nội dung: ${data.secret}`] : []),
    ].join('\n'),
  }
}

export function signed({ officer, post }: Decided): PaperBlock {
  return { kind: 'signatures', signers: [{ role: post, name: officer }] }
}

export function optional(label: string, value: string | undefined): PaperBlock[] {
  return value ? [{ kind: 'line', label, value }] : []
}

export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

/** `14 giờ 30, ngày 22/11/2026`. */
export function longMoment(at: Date): string {
  return `${formatTime(at).replace(':', ' giờ ')}, ngày ${formatDate(civilDate(at))}`
}

/** `HH giờ mm phút, ngày dd tháng mm năm yyyy`, as the control slip wants it. */
export function slipMoment(at: Date): string {
  return `${formatTime(at).replace(':', ' giờ ')} phút, ${longDay(civilDate(at))}`
}

export function longDay(day: CivilDate): string {
  const { year, month, day: date } = partsOf(day)
  return `ngày ${String(date).padStart(2, '0')} tháng ${String(month).padStart(2, '0')} năm ${year}`
}
