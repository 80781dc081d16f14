import type { Words } from '#platform/lang'

const vi = {
  title: 'Cơ quan đã kết nối',
  lead: 'Những ứng dụng mà bạn đã đồng ý cho đọc dữ liệu khi đăng nhập một lần. Rút lại đồng ý có hiệu lực ngay.',
  none: 'Bạn chưa kết nối với ứng dụng nào.',
  noneWhy: 'Khi bạn dùng tài khoản này để vào hệ thống của một cơ quan, hệ thống đó sẽ hiện ở đây.',
  agency: 'Cơ quan quản lý',
  purpose: 'Dùng vào việc gì',
  reads: 'Được đọc',
  since: 'Đồng ý từ',
  test: 'Ứng dụng thử nghiệm',
  withdraw: 'Rút lại đồng ý',
  from: (name: string) => `cho ${name}`,
  withdrawn: (name: string) =>
    `Bạn đã rút lại đồng ý cho ${name}. Ứng dụng không còn đọc được dữ liệu của bạn.`,
  log: 'Xem ai đã đọc dữ liệu của bạn',
  account: 'Tài khoản',
}

const en: typeof vi = {
  title: 'Connected agencies',
  lead: 'Applications that you agreed to let read your data at single sign-on. Withdrawing takes effect at once.',
  none: 'You are not connected to any application.',
  noneWhy: 'When you use this account at an agency’s system, the system appears here.',
  agency: 'Run by',
  purpose: 'What it is used for',
  reads: 'May read',
  since: 'Agreed on',
  test: 'Test application',
  withdraw: 'Withdraw consent',
  from: (name) => `for ${name}`,
  withdrawn: (name) => `You have withdrawn your consent for ${name}. It can no longer read your data.`,
  log: 'See who has read your data',
  account: 'Account',
}

export const words: Words<typeof vi> = { vi, en }
