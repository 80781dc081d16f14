import type { Words } from '#platform/lang'

const vi = {
  title: 'Thông báo',
  none: 'Chưa có thông báo nào',
  noneText: 'Khi hồ sơ của bạn có thay đổi, thông báo hiện ở đây.',
  noneForOfficial: 'Khi hồ sơ sắp đến hạn hoặc quá hạn, lời nhắc hiện ở đây.',
  fresh: 'Mới',
  read: 'Đánh dấu đã đọc tất cả',
  open: 'Mở hồ sơ',
  how: 'Nhận thông báo bằng cách nào',
  always: 'Thông báo luôn có ở trang này. Chọn thêm nếu muốn:',
  email: 'Thư điện tử',
  sms: 'Tin nhắn điện thoại',
  save: 'Lưu lựa chọn',
  saved: 'Đã lưu.',
  genuine: 'Thông báo không bao giờ kèm liên kết đăng nhập.',
}

const en: typeof vi = {
  title: 'Messages',
  none: 'No messages yet',
  noneText: 'When something happens to a dossier of yours, it is told here.',
  noneForOfficial: 'When a dossier is due soon or late, it is told here.',
  fresh: 'New',
  read: 'Mark all as read',
  open: 'Open the dossier',
  how: 'How you want to be told',
  always: 'Messages are always here. Choose more if you like:',
  email: 'E-mail',
  sms: 'Text message',
  save: 'Save',
  saved: 'Saved.',
  genuine: 'A message never carries a link to sign in.',
}

export const words: Words<typeof vi> = { vi, en }
