import type { Lang } from '#platform/lang'

/** Việc cần báo: what happened to a dossier that its applicant has to know, and what an official has to do. */
export const KINDS = [
  'submitted',
  'received',
  'rejected',
  'supplement',
  'payment',
  'extended',
  'stopped',
  'ready',
  'returned',
  'message',
  'due_soon',
  'overdue',
] as const
export type Kind = (typeof KINDS)[number]

/** What a message says: names and days, nothing about anybody. */
export type Told = {
  readonly code: string
  readonly agency: string
  readonly procedure: string
  /** A day written out, where one is part of the message. */
  readonly when?: string | undefined
}

type Words = Readonly<Record<Lang, string>>
type Template = (told: Told) => Words

const by = (when: string | undefined, vi: string, en: string): Words => ({
  vi: when ? ` ${vi} ${when}.` : '',
  en: when ? ` ${en} ${when}.` : '',
})

/**
 * Mẫu tin: each names the agency and the code and says what to do. No link to sign in, no picture that tells who has opened it, no
 * reason and no personal data: whoever wants to know more opens the portal by themselves.
 */
const TEMPLATES: Readonly<Record<Kind, Template>> = {
  submitted: ({ when }) => ({
    vi: `Đã nhận hồ sơ nộp trực tuyến.${by(when, 'Cơ quan xem xét tiếp nhận trước', '').vi}`,
    en: `The dossier was filed.${by(when, '', 'The agency takes it up before').en}`,
  }),
  received: ({ when }) => ({
    vi: `Hồ sơ đã được tiếp nhận.${by(when, 'Hẹn trả kết quả', '').vi}`,
    en: `The dossier was received.${by(when, '', 'The result is due').en}`,
  }),
  rejected: () => ({
    vi: 'Hồ sơ không được tiếp nhận. Lý do có trong mục Hồ sơ của tôi.',
    en: 'The dossier was not received. The reason stands under My dossiers.',
  }),
  supplement: ({ when }) => ({
    vi: `Cơ quan yêu cầu bổ sung hồ sơ.${by(when, 'Hãy bổ sung trước', '').vi} Nội dung có trong mục Hồ sơ của tôi.`,
    en: `The agency asks you to complete the dossier.${by(when, '', 'Do so before').en} What to do stands under My dossiers.`,
  }),
  payment: () => ({
    vi: 'Cơ quan yêu cầu thực hiện nghĩa vụ tài chính. Nội dung có trong mục Hồ sơ của tôi.',
    en: 'The agency asks for a payment. It stands under My dossiers.',
  }),
  extended: ({ when }) => ({
    vi: `Cơ quan xin lỗi vì chậm trả kết quả.${by(when, 'Ngày hẹn mới', '').vi}`,
    en: `The agency apologises for the delay.${by(when, '', 'The new day is').en}`,
  }),
  stopped: () => ({
    vi: 'Cơ quan đã dừng giải quyết hồ sơ. Lý do có trong mục Hồ sơ của tôi.',
    en: 'The agency has stopped. The reason stands under My dossiers.',
  }),
  ready: () => ({
    vi: 'Đã có kết quả giải quyết hồ sơ.',
    en: 'The result is ready.',
  }),
  returned: () => ({
    vi: 'Đã trả kết quả. Mời ông/bà đánh giá trong mục Hồ sơ của tôi.',
    en: 'The result was returned. Please rate it under My dossiers.',
  }),
  message: () => ({
    vi: 'Cơ quan gửi tin nhắn trong hồ sơ.',
    en: 'The agency wrote a message in the dossier.',
  }),
  due_soon: ({ when }) => ({
    vi: `Hồ sơ sắp đến hạn.${by(when, 'Cần xong trước', '').vi}`,
    en: `A dossier is due soon.${by(when, '', 'It has to be done before').en}`,
  }),
  overdue: ({ when }) => ({
    vi: `Hồ sơ đã quá hạn.${by(when, 'Hạn là', '').vi} Nếu chưa trả được kết quả, phải có văn bản xin lỗi và hẹn lại.`,
    en: `A dossier is late.${by(when, '', 'It was due').en} Where the result cannot be returned, an apology with a new day is due.`,
  }),
}

/** The message in both languages: who speaks, about which dossier, what. */
export function wordsOf(kind: Kind, told: Told): Words {
  const { vi, en } = TEMPLATES[kind](told)
  return {
    vi: `${told.agency}: ${vi} Mã hồ sơ ${told.code}.`,
    en: `${told.agency}: ${en} Dossier code ${told.code}.`,
  }
}

const SIGNS_OF_ONE_SMS = 160

/** A text message has 160 signs without accents; what is too long keeps its code, which stands at the end. */
export function smsOf(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= SIGNS_OF_ONE_SMS) return plain
  const code = /Ma ho so [^ ]+\.$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, SIGNS_OF_ONE_SMS - code.length - 5).trimEnd()}... ${code}`.slice(
    0,
    SIGNS_OF_ONE_SMS,
  )
}
