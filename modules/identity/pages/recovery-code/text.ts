import type { Words } from '#platform/lang'

const vi = {
  title: 'Mở tài khoản bằng mã trên giấy',
  description: 'Dành cho người đã được hai cán bộ cấp xã xác nhận và nhận mã khôi phục.',
  lead: 'Mã do cơ quan cấp xã đưa tận tay bạn. Mã dùng được một lần, trong 24 giờ.',
  code: 'Mã trên giấy',
  codeHint: '16 chữ và số, ví dụ 7K2M-9QXA-03TZ-4HWB',
  personalId: 'Số định danh cá nhân của bạn',
  open: 'Mở tài khoản',
  noCode: 'Chưa có mã?',
  noCodeText: 'Mang giấy tờ tùy thân đến bộ phận một cửa của bất kỳ xã, phường nào. Không cần điện thoại.',
  done: {
    title: 'Tài khoản đã mở',
    lead: 'Bạn đang đăng nhập ở mức 1, trong phiên này thôi. Mã trên giấy không dùng lại được.',
    bind: 'Gắn lại VNeID',
    bindText: 'Cài VNeID trên điện thoại mới rồi đăng nhập, để lần sau không cần đến cơ quan.',
    check: 'Xem ai đã mở dữ liệu của bạn',
    account: 'Vào tài khoản',
  },
  errors: {
    code: 'Nhập mã gồm 16 chữ và số.',
    personalId: 'Nhập số định danh gồm 12 chữ số.',
  },
}

export type RecoveryCodeText = typeof vi

const en: RecoveryCodeText = {
  title: 'Open an account with a code on paper',
  description: 'For whoever was confirmed by two officials of a commune and was given a recovery code.',
  lead: 'The commune handed you this code. It is good for one use within 24 hours.',
  code: 'Code on the paper',
  codeHint: '16 letters and digits, such as 7K2M-9QXA-03TZ-4HWB',
  personalId: 'Your personal identification number',
  open: 'Open my account',
  noCode: 'No code yet?',
  noCodeText: 'Take your papers to the one-stop counter of any commune. You need no phone.',
  done: {
    title: 'Your account is open',
    lead: 'You are signed in at level 1, for this session only. The code cannot be used again.',
    bind: 'Connect VNeID again',
    bindText: 'Install VNeID on your new phone and sign in, so that you need not come to the counter again.',
    check: 'See who opened your data',
    account: 'Go to my account',
  },
  errors: {
    code: 'Enter the code of 16 letters and digits.',
    personalId: 'Enter the number of 12 digits.',
  },
}

export const words: Words<RecoveryCodeText> = { vi, en }
