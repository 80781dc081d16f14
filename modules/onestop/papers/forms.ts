import type { CivilDate } from '#kernel/civil-date'

/** The legal papers of the one-stop desk. */
export type PaperKind =
  | 'receipt'
  | 'supplement'
  | 'rejection'
  | 'apology'
  | 'stop'
  | 'control_slip'
  | 'ledger'

type PaperForm = {
  readonly kind: PaperKind
  readonly number: string
  readonly title: string
  readonly source: string
  readonly validFrom: string
  /** First day on which it no longer holds. */
  readonly validTo?: string
}

const NOW = 'Thông tư 03/2025/TT-VPCP, phụ lục I'
const BEFORE = 'Thông tư 01/2018/TT-VPCP (cách đánh số chưa đối chiếu văn bản)'

/** Mẫu giấy tờ: numbers and titles by the day, since the law renumbers them. */
const PAPER_FORMS: readonly PaperForm[] = [
  {
    kind: 'receipt',
    number: '01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    source: NOW,
    validFrom: '2025-07-01',
  },
  {
    kind: 'supplement',
    number: '02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    source: NOW,
    validFrom: '2025-07-01',
  },
  {
    kind: 'rejection',
    number: '03',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    source: NOW,
    validFrom: '2025-07-01',
  },
  {
    kind: 'apology',
    number: '04',
    title: 'Văn bản xin lỗi và đề nghị gia hạn',
    source: NOW,
    validFrom: '2025-07-01',
  },
  {
    kind: 'stop',
    number: '05',
    title: 'Thông báo dừng giải quyết hồ sơ',
    source: NOW,
    validFrom: '2025-07-01',
  },
  {
    kind: 'control_slip',
    number: '06',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    source: NOW,
    validFrom: '2025-07-01',
  },
  { kind: 'ledger', number: '07', title: 'Sổ theo dõi hồ sơ', source: NOW, validFrom: '2025-07-01' },
  {
    kind: 'receipt',
    number: '01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    source: BEFORE,
    validFrom: '2018-06-21',
    validTo: '2025-07-01',
  },
  {
    kind: 'supplement',
    number: '02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    source: BEFORE,
    validFrom: '2018-06-21',
    validTo: '2025-07-01',
  },
  {
    kind: 'rejection',
    number: '03',
    title: 'Phiếu từ chối giải quyết hồ sơ',
    source: BEFORE,
    validFrom: '2018-06-21',
    validTo: '2025-07-01',
  },
  {
    kind: 'apology',
    number: '04',
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    source: BEFORE,
    validFrom: '2018-06-21',
    validTo: '2025-07-01',
  },
  {
    kind: 'control_slip',
    number: '05',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    source: BEFORE,
    validFrom: '2018-06-21',
    validTo: '2025-07-01',
  },
  {
    kind: 'ledger',
    number: '06',
    title: 'Sổ theo dõi hồ sơ',
    source: BEFORE,
    validFrom: '2018-06-21',
    validTo: '2025-07-01',
  },
]

/** The form of a kind on a day. `undefined` when the law of that day had none. */
export function paperFormOn(kind: PaperKind, day: CivilDate): PaperForm | undefined {
  return PAPER_FORMS.find(
    (form) =>
      form.kind === kind && form.validFrom <= day && (form.validTo === undefined || day < form.validTo),
  )
}
