import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'directory.unit_unknown': {
    status: 404,
    vi: 'Không tìm thấy đơn vị hành chính này.',
    en: 'This territorial unit was not found.',
  },
  'directory.name_or_code': {
    status: 400,
    vi: 'Hãy gửi tên (name) hoặc mã (code) của đơn vị hành chính, một trong hai.',
    en: 'Send either a name or a code of a territorial unit.',
  },
  'directory.day_invalid': {
    status: 400,
    vi: 'Ngày không có trong lịch.',
    en: 'The calendar has no such day.',
  },
  'directory.cursor_invalid': {
    status: 400,
    vi: 'Dấu trang không dùng được. Hãy lấy lại danh sách từ đầu.',
    en: 'The cursor cannot be used. Fetch the list from the start.',
  },
  'directory.agency_unknown': {
    status: 404,
    vi: 'Không tìm thấy cơ quan này.',
    en: 'This agency was not found.',
  },
  'directory.count_invalid': {
    status: 400,
    vi: 'Thời điểm, thời hạn hoặc lần tạm dừng không tính được.',
    en: 'The moment, the limit or a pause cannot be counted.',
  },
  'directory.no_office_hours': {
    status: 409,
    vi: 'Cơ quan này chưa có giờ làm việc nên chưa tính được hạn trả.',
    en: 'This agency has no office hours, so no due time can be counted.',
  },
  'directory.limit_too_far': {
    status: 422,
    vi: 'Thời hạn dài hơn mức mà cách tính này chấp nhận.',
    en: 'The limit is longer than this way of counting accepts.',
  },
}
