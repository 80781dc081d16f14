import type { Lang, Words } from '#platform/lang'
import type { Act, Remark } from './acts.ts'

/** What happened, as the applicant reads it. Acts of other systems that we have no words for are shown by their status. */
const ACT_WORDS: Readonly<Record<Act | Remark | 'submit', Words<string>>> = {
  submit: { vi: 'Nộp hồ sơ', en: 'Dossier filed' },
  receive: { vi: 'Tiếp nhận hồ sơ, hẹn trả kết quả', en: 'Dossier received, due day given' },
  reject: { vi: 'Từ chối tiếp nhận', en: 'Not received' },
  start: { vi: 'Bắt đầu giải quyết', en: 'Processing began' },
  ask_before_reception: {
    vi: 'Yêu cầu hoàn thiện trước khi tiếp nhận',
    en: 'Completion asked for before reception',
  },
  answer_before_reception: { vi: 'Đã hoàn thiện', en: 'Completed' },
  ask_supplement: { vi: 'Yêu cầu bổ sung', en: 'Supplement requested' },
  answer_supplement: { vi: 'Đã bổ sung', en: 'Supplement received' },
  ask_payment: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  confirm_payment: { vi: 'Đã thực hiện nghĩa vụ tài chính', en: 'Payment confirmed' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdrawn' },
  stop: { vi: 'Dừng giải quyết', en: 'Stopped' },
  resume: { vi: 'Tiếp tục giải quyết', en: 'Resumed' },
  extend: { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'Apology, and a new due day' },
  finish: { vi: 'Đã có kết quả', en: 'Result ready' },
  return: { vi: 'Trả kết quả', en: 'Result returned' },
  assigned: { vi: 'Phân công người xử lý', en: 'Assigned to an officer' },
  handed_over: { vi: 'Chuyển bước xử lý', en: 'Handed on to the next step' },
  consulted: { vi: 'Lấy ý kiến đơn vị khác', en: 'Another unit consulted' },
  opinion_given: { vi: 'Đơn vị được hỏi đã trả lời', en: 'The consulted unit answered' },
  noted: { vi: 'Ghi chú', en: 'Note' },
  message: { vi: 'Tin nhắn trong hồ sơ', en: 'Message in the dossier' },
  rated: { vi: 'Đã đánh giá', en: 'Rated' },
  result_delivered: { vi: 'Kết quả điện tử đã gửi', en: 'Electronic result delivered' },
}

/** What the agency does within its own walls is nobody else's business. */
const INTERNAL: readonly string[] = ['assigned', 'noted', 'message']

export function isPublicAct(act: string): boolean {
  return !INTERNAL.includes(act)
}

/** `undefined` for an act of another system that has no words here. */
export function actInWords(act: string, lang: Lang): string | undefined {
  return (ACT_WORDS as Readonly<Record<string, Words<string>>>)[act]?.[lang]
}
