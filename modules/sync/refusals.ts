import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'sync.agency_unknown': {
    status: 422,
    vi: 'Danh mục không có cơ quan mang mã này.',
    en: 'The directory has no agency with this code.',
  },
  'sync.username_taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có.',
    en: 'This user name is taken.',
  },
}
