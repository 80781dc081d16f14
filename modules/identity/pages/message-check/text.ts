import type { Words } from '#platform/lang'

const vi = {
  title: 'Tin nhắn này có phải của nhà nước?',
  description: 'Kiểm tra mã in trong tin nhắn hoặc thư điện tử để biết cơ quan nhà nước có gửi hay không.',
  lead: 'Mỗi tin nhắn gửi qua Cổng có một mã kiểm tra gồm 8 chữ và số, ghi ở cuối tin.',
  code: 'Mã kiểm tra',
  codeHint: 'Ví dụ: 7K2M-9QXA',
  check: 'Kiểm tra',
  error: 'Nhập mã gồm 8 chữ và số, như ghi trong tin.',
  yes: 'Có tin nhắn mang mã này',
  no: 'Không có tin nhắn nào mang mã này',
  sent: 'Gửi lúc',
  agency: 'Cơ quan gửi',
  channel: 'Gửi qua',
  topic: 'Về việc',
  channels: { sms: 'Tin nhắn SMS', email: 'Thư điện tử', vneid: 'Thông báo VNeID', zalo: 'Zalo' },
  compare:
    'Hãy so từng dòng với tin bạn nhận. Kẻ xấu có thể chép mã của một tin thật: nếu thời điểm, cơ quan hoặc nội dung khác đi thì tin của bạn là giả.',
  beware:
    'Đừng bấm liên kết, đừng chuyển tiền, đừng đọc mã OTP cho ai. Nếu đã lỡ, hãy báo công an nơi gần nhất.',
  never:
    'Cơ quan nhà nước không bao giờ hỏi mật khẩu, mã OTP, hay yêu cầu cài ứng dụng từ liên kết trong tin nhắn.',
}

export type MessageCheckText = typeof vi

const en: MessageCheckText = {
  title: 'Is this message from the state?',
  description: 'Check the code in a message or e-mail and see whether an agency of the state sent it.',
  lead: 'Each message sent through the portal ends with a check code of 8 letters and digits.',
  code: 'Check code',
  codeHint: 'For example: 7K2M-9QXA',
  check: 'Check',
  error: 'Enter the code of 8 letters and digits, as in the message.',
  yes: 'There is a message with this code',
  no: 'There is no message with this code',
  sent: 'Sent at',
  agency: 'Sent by',
  channel: 'Sent as',
  topic: 'About',
  channels: { sms: 'SMS', email: 'E-mail', vneid: 'VNeID notice', zalo: 'Zalo' },
  compare:
    'Compare each line with the message you have. A code can be copied from a real message: if the time, the agency or the matter differ, yours is a fake.',
  beware: 'Open no link in it, send no money, tell nobody a one-time code. If you have, tell the police.',
  never:
    'The state never asks for passwords or one-time codes, and never asks you to install an app from a link in a message.',
}

export const words: Words<MessageCheckText> = { vi, en }
