import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'catalogue.not_found': {
    status: 404,
    vi: 'Không có thủ tục nào mang mã này.',
    en: 'There is no procedure with this code.',
  },
  'catalogue.no_such_revision': {
    status: 404,
    vi: 'Thủ tục này không có phiên bản đó.',
    en: 'This procedure has no such revision.',
  },
  'catalogue.no_such_life_event': {
    status: 404,
    vi: 'Không có sự kiện cuộc đời này.',
    en: 'There is no such life event.',
  },
  'catalogue.bad_cursor': {
    status: 400,
    vi: 'Liên kết sang trang không còn dùng được. Hãy tìm lại từ đầu.',
    en: 'This page link cannot be used any more. Search again from the start.',
  },
}
