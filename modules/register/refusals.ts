import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'register.not_found': {
    status: 404,
    vi: 'Sổ hồ sơ không có hồ sơ nào mang mã này.',
    en: 'The register has no dossier with this code.',
  },
  'register.not_allowed': {
    status: 409,
    vi: 'Ở trạng thái hiện nay của hồ sơ, việc này không làm được. Hãy tải lại trang để xem hồ sơ đang ở đâu.',
    en: 'This cannot be done to a dossier in its present status. Load the page again to see where it stands.',
  },
  'register.changed_meanwhile': {
    status: 409,
    vi: 'Người khác vừa thay đổi hồ sơ này. Hãy tải lại trang, xem thay đổi rồi làm tiếp.',
    en: 'Somebody has changed this dossier meanwhile. Load the page again, look at the change, then go on.',
  },
  'register.reason_missing': {
    status: 422,
    vi: 'Hãy ghi lý do: người nộp hồ sơ sẽ đọc lý do này.',
    en: 'Give the reason: the applicant will read it.',
  },
  'register.reason_too_long': {
    status: 422,
    vi: 'Lý do dài quá 2.000 ký tự. Hãy viết ngắn lại.',
    en: 'The reason is longer than 2,000 characters. Shorten it.',
  },
  'register.asked_already': {
    status: 409,
    vi: 'Hồ sơ này đã được yêu cầu bổ sung một lần. Mỗi hồ sơ chỉ được yêu cầu bổ sung không quá một lần trong suốt quá trình giải quyết.',
    en: 'This dossier has been asked for a supplement once. A dossier may be asked at most once in its whole course.',
  },
  'register.extended_already': {
    status: 409,
    vi: 'Hồ sơ này đã được hẹn lại một lần. Việc hẹn lại ngày trả kết quả chỉ thực hiện một lần.',
    en: 'The due day of this dossier has been put off once. It may be put off only once.',
  },
  'register.no_due_time': {
    status: 409,
    vi: 'Hồ sơ này không có ngày hẹn trả nên không có gì để hẹn lại.',
    en: 'This dossier has no due day that could be put off.',
  },
  'register.due_not_later': {
    status: 422,
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ và sau lúc này.',
    en: 'The new due day has to be later than the old one, and later than now.',
  },
  'register.secret_wrong': {
    status: 422,
    vi: 'Mã bí mật không đúng. Hãy xem lại mã trên giấy tiếp nhận.',
    en: 'The secret is not right. Look at your receipt again.',
  },
  'register.secret_locked': {
    status: 429,
    vi: 'Mã bí mật của hồ sơ này đã bị nhập sai quá nhiều lần. Hãy đăng nhập, hoặc hỏi cơ quan tiếp nhận.',
    en: 'The secret of this dossier was typed wrong too often. Sign in, or ask the receiving agency.',
  },
  'register.numbers_used_up': {
    status: 503,
    vi: 'Cơ quan này đã dùng hết số hồ sơ của ngày hôm nay. Hồ sơ của bạn chưa được nộp; hãy nộp vào ngày mai.',
    en: 'The agency has used up the numbers of today. Your dossier was not filed; file it tomorrow.',
  },
}
