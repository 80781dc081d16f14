import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'onestop.not_here': {
    status: 404,
    vi: 'Cơ quan của bạn không giữ hồ sơ nào mang mã này.',
    en: 'Your agency holds no dossier with this code.',
  },
  'onestop.limit_missing': {
    status: 422,
    vi: 'Hãy chọn thời hạn giải quyết áp dụng cho hồ sơ này.',
    en: 'Choose the time limit that applies to this dossier.',
  },
  'onestop.items_missing': {
    status: 422,
    vi: 'Hãy chọn ít nhất một mục cần bổ sung và ghi rõ cần sửa gì.',
    en: 'Choose at least one item and say what has to be put right.',
  },
  'onestop.already_held': {
    status: 409,
    vi: 'Người nộp đã có giấy tờ này trong một hồ sơ trước. Không yêu cầu nộp lại; nếu vẫn cần, hãy ghi lý do.',
    en: 'The applicant filed this paper in an earlier dossier. Do not ask again; if it is needed all the same, give the reason.',
  },
  'onestop.process_wrong': {
    status: 422,
    vi: 'Quy trình có chỗ sai nên chưa dùng được.',
    en: 'The process has mistakes and cannot be used.',
  },
  'onestop.step_unknown': {
    status: 422,
    vi: 'Quy trình không có bước này sau bước hiện nay.',
    en: 'The process has no such step after this one.',
  },
  'onestop.not_last_step': {
    status: 409,
    vi: 'Hồ sơ chưa qua bước phê duyệt nên chưa phát hành được kết quả.',
    en: 'The dossier has not been approved yet, so no result can be issued.',
  },
  'onestop.result_missing': {
    status: 422,
    vi: 'Hãy chọn tệp kết quả và ghi tên kết quả.',
    en: 'Choose the file of the result and name it.',
  },
  'onestop.template_unknown': {
    status: 404,
    vi: 'Cơ quan không có mẫu kết quả này, hoặc mẫu đã bỏ.',
    en: 'The agency has no such template of a result, or it was removed.',
  },
  'onestop.day_wrong': {
    status: 422,
    vi: 'Ngày hẹn mới không đúng. Ghi ngày, tháng, năm.',
    en: 'The new day is not right. Write day, month and year.',
  },
  'onestop.nobody': {
    status: 422,
    vi: 'Hãy chọn một người của cơ quan.',
    en: 'Choose somebody of the agency.',
  },
  'onestop.nothing_chosen': {
    status: 422,
    vi: 'Hãy chọn ít nhất một hồ sơ.',
    en: 'Choose at least one dossier.',
  },
}
