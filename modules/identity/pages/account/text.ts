export const vi = {
  title: 'Tài khoản',
  data: 'Dữ liệu của tôi',
  source: 'VNeID gửi, lúc',
  sourceLine: (at: string) => `Nguồn: VNeID, nhận lúc ${at}. Cổng không tự sửa dữ liệu này.`,
  level: 'Phiên này đã xác thực',
  levels: { 1: 'mức 1', 2: 'mức 2' },
  raise: 'Xác thực mức 2',
  history: 'Lịch sử thay đổi',
  historyNone: 'Chưa có thay đổi nào từ khi mở tài khoản.',
  when: 'Lúc',
  what: 'Dữ liệu',
  before: 'Trước',
  after: 'Sau',
  opened: (at: string) => `Tài khoản mở lúc ${at}.`,
  id: 'Mã tài khoản (TechID)',
  more: 'Quản lý tài khoản',
  signOut: 'Đăng xuất',
}
export type AccountText = typeof vi

const en: AccountText = {
  title: 'My account',
  data: 'My data',
  source: 'Sent by VNeID at',
  sourceLine: (at: string) => `Source: VNeID, received ${at}. The portal does not change this data itself.`,
  level: 'This session has been confirmed at',
  levels: { 1: 'level 1', 2: 'level 2' },
  raise: 'Confirm at level 2',
  history: 'History of changes',
  historyNone: 'Nothing has changed since the account was opened.',
  when: 'When',
  what: 'Data',
  before: 'Before',
  after: 'After',
  opened: (at: string) => `The account was opened ${at}.`,
  id: 'Account id (TechID)',
  more: 'Manage my account',
  signOut: 'Sign out',
}
export const words = { vi, en }

/** The pages of an account, in the order of the list on its first page. */
export const ACCOUNT_LINKS: readonly { readonly href: string; readonly vi: string; readonly en: string }[] = [
  { href: '/ho-so', vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  { href: '/tai-khoan/thong-bao', vi: 'Thông báo', en: 'Messages' },
  { href: '/tai-khoan/thiet-bi', vi: 'Thiết bị đang đăng nhập', en: 'My devices' },
  { href: '/tai-khoan/ai-da-xem', vi: 'Ai đã xem dữ liệu của tôi', en: 'Who opened my data' },
  { href: '/tai-khoan/uy-quyen', vi: 'Làm thay và ủy quyền', en: 'Acting for others' },
  { href: '/tai-khoan/ket-noi', vi: 'Cơ quan đã kết nối', en: 'Connected agencies' },
  { href: '/tai-khoan/xuat', vi: 'Xuất toàn bộ dữ liệu của tôi', en: 'Export all my data' },
  { href: '/tai-khoan/dong', vi: 'Đóng tài khoản', en: 'Close my account' },
]
