const vi = {
  title: 'Xuất toàn bộ dữ liệu của tôi',
  lead: 'Bạn tải về một tệp JSON có mọi điều Cổng lưu về tài khoản của bạn.',
  what: 'Trong tệp có',
  parts: [
    'Tài khoản và dữ liệu do VNeID gửi',
    'Lịch sử thay đổi dữ liệu',
    'Các phiên đăng nhập: thiết bị, thời gian',
    'Những gì các phần khác của Cổng giữ về bạn',
  ],
  care: 'Tệp có số định danh và thông tin liên hệ. Hãy giữ cẩn thận, nhất là trên máy dùng chung.',
  button: 'Tải dữ liệu của tôi',
}
const en: typeof vi = {
  title: 'Export all my data',
  lead: 'You download one JSON file with everything that the portal holds about your account.',
  what: 'The file has',
  parts: [
    'The account and the data that VNeID sent',
    'The history of changes',
    'Sessions: devices and times',
    'Whatever other parts of the portal hold about you',
  ],
  care: 'The file has your personal number and contact details. Keep it safe, above all on a shared computer.',
  button: 'Download my data',
}
export const words = { vi, en }
