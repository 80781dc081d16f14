import type { Words } from '#platform/lang'

const vi = {
  title: (name: string) => `Cho phép ${name} đọc thông tin của bạn?`,
  lead: (agency: string) => `Ứng dụng này do ${agency} quản lý. Bạn không cần mật khẩu khác để vào.`,
  leadUnknown: 'Bạn không cần mật khẩu khác để vào ứng dụng này.',
  purpose: 'Dùng vào việc gì',
  reads: 'Ứng dụng sẽ đọc',
  agreed: 'Bạn đã đồng ý từ trước',
  testTag: 'Ứng dụng thử nghiệm',
  test: 'Đây là ứng dụng đang thử nghiệm. Đừng đồng ý nếu bạn không tham gia thử nghiệm.',
  rest: 'Ứng dụng không nhận gì khác. Mỗi lần đọc được ghi vào nhật ký truy cập của bạn, và bạn có thể rút lại đồng ý bất cứ lúc nào tại',
  connected: 'Cơ quan đã kết nối',
  yes: 'Đồng ý và tiếp tục',
  no: 'Không đồng ý',
  as: 'Bạn đang đăng nhập bằng tài khoản',
  onTitle: 'Bạn đã đăng nhập',
  onLead: (name: string) => `Trình duyệt đang chuyển bạn tới ${name}.`,
  on: 'Tiếp tục',
}

const en: typeof vi = {
  title: (name) => `Let ${name} read your data?`,
  lead: (agency) => `This application is run by ${agency}. You need no other password for it.`,
  leadUnknown: 'You need no other password for this application.',
  purpose: 'What it is used for',
  reads: 'The application will read',
  agreed: 'You agreed to this before',
  testTag: 'Test application',
  test: 'This application is being tested. Do not agree unless you take part in the test.',
  rest: 'It gets nothing else. Every reading is written into your access log, and you can withdraw your consent at any time under',
  connected: 'Connected agencies',
  yes: 'Agree and continue',
  no: 'Do not agree',
  as: 'You are signed in as',
  onTitle: 'You are signed in',
  onLead: (name) => `Your browser is taking you to ${name}.`,
  on: 'Continue',
}

export const words: Words<typeof vi> = { vi, en }
