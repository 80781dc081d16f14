import type { Words } from '#platform/lang'

const vi = {
  title: 'Xác nhận quan hệ đại diện',
  lead: 'Cha mẹ hoặc người giám hộ đọc cho bạn mã 12 chữ và số, kèm giấy tờ gốc.',
  code: 'Mã khai báo',
  codeHint: 'Ví dụ: 7K2M-9QXA-03TZ',
  open: 'Mở khai báo',
  checkTitle: 'So với giấy tờ',
  checkLead: 'Xác nhận chỉ khi mọi dòng dưới đây đúng với giấy tờ trước mặt bạn.',
  declarer: 'Người khai',
  relation: 'Quan hệ',
  name: 'Họ tên người được đại diện',
  bornOn: 'Ngày sinh',
  personalId: 'Số định danh',
  declaredPapers: 'Giấy tờ đã khai',
  until: 'Có hiệu lực đến hết',
  papers: 'Giấy tờ bạn đã xem',
  papersHint: 'Tên, số, ngày cấp. Khi từ chối, ghi lý do.',
  confirm: 'Xác nhận',
  refuse: 'Từ chối',
  confirmedTitle: 'Đã xác nhận',
  confirmed: 'Người khai thấy kết quả ngay trong tài khoản của họ.',
  refusedTitle: 'Đã từ chối',
  refused: 'Người khai thấy việc này trong tài khoản của họ.',
  next: 'Khai báo khác',
  errors: {
    code: 'Nhập mã gồm 12 chữ và số.',
    papers: 'Ghi từ 5 đến 300 chữ cái.',
  },
}

export type DeclarationsText = typeof vi

const en: DeclarationsText = {
  title: 'Confirm who represents whom',
  lead: 'The parent or guardian reads out a code of 12 letters and digits and shows the original papers.',
  code: 'Code of the declaration',
  codeHint: 'For example: 7K2M-9QXA-03TZ',
  open: 'Open',
  checkTitle: 'Compare with the papers',
  checkLead: 'Confirm only if every line below agrees with the papers in front of you.',
  declarer: 'Declared by',
  relation: 'Relation',
  name: 'Person represented',
  bornOn: 'Date of birth',
  personalId: 'Personal number',
  declaredPapers: 'Papers as declared',
  until: 'In force until the end of',
  papers: 'Papers that you have seen',
  papersHint: 'Name, number, date of issue. When you refuse, the reason.',
  confirm: 'Confirm',
  refuse: 'Refuse',
  confirmedTitle: 'Confirmed',
  confirmed: 'The declarer sees the result in their account at once.',
  refusedTitle: 'Refused',
  refused: 'The declarer sees this in their account.',
  next: 'Another declaration',
  errors: {
    code: 'Enter the code of 12 letters and digits.',
    papers: 'Write 5 to 300 letters.',
  },
}

export const words: Words<DeclarationsText> = { vi, en }
