import type { Words } from '#platform/lang'

const vi = {
  title: 'Khôi phục tài khoản tại cơ quan',
  lead: 'Dành cho người đã mất điện thoại và không đăng nhập được bằng VNeID, hoặc đã đóng tài khoản và muốn mở lại. Cần hai cán bộ của cùng cơ quan, lần lượt xác nhận trong 30 phút.',
  ask: 'Lập yêu cầu',
  personalId: 'Số định danh cá nhân',
  bornOn: 'Ngày sinh',
  papers: 'Giấy tờ đã xem',
  papersHint: 'Ví dụ: thẻ căn cước, cấp ngày 12/3/2024',
  reason: 'Lý do',
  reasonHint: 'Ví dụ: mất điện thoại, chưa làm lại SIM',
  present: 'Người dân',
  presentChoice: 'Có mặt trước tôi, và tôi đã so khuôn mặt với ảnh trên giấy tờ',
  send: 'Lập yêu cầu',
  list: 'Yêu cầu tại cơ quan trong 90 ngày qua',
  none: 'Chưa có yêu cầu nào',
  person: 'Người dân',
  when: 'Lập lúc',
  first: 'Cán bộ thứ nhất',
  second: 'Cán bộ thứ hai',
  state: 'Tình trạng',
  states: {
    waiting: 'Chờ cán bộ thứ hai',
    late: 'Quá 30 phút',
    confirmed: 'Đã cấp mã',
    used: 'Đã dùng mã',
    cancelled: 'Đã hủy',
  },
  detail: {
    title: 'Yêu cầu khôi phục',
    agency: 'Cơ quan',
    waitsTitle: 'Chờ cán bộ thứ hai',
    waits:
      'Một cán bộ khác của cơ quan mở trang này trên máy của mình, xem giấy tờ và xác nhận trong 30 phút.',
    seen: 'Bạn xác nhận',
    seenChoice: 'Tôi tự mình xem giấy tờ, so khuôn mặt, và đây là cùng một người',
    confirm: 'Xác nhận và cấp mã',
    seenError: 'Chỉ xác nhận khi bạn đã tự mình xem.',
  },
  code: {
    title: 'Mã khôi phục',
    lead: 'In hoặc chép mã này và đưa tận tay người dân. Mã chỉ hiện một lần.',
    how: 'Người dân mở trang /khoi-phuc trên bất kỳ máy nào, nhập mã và số định danh của mình. Mã dùng được một lần, trong 24 giờ. Mọi phiên đăng nhập cũ đã kết thúc.',
  },
  errors: {
    personalId: 'Số định danh gồm 12 chữ số và phải khớp với năm sinh.',
    bornOn: 'Nhập ngày sinh ghi trên giấy tờ.',
    papers: 'Ghi giấy tờ đã xem, từ 5 đến 300 chữ cái.',
    reason: 'Ghi lý do, từ 5 đến 300 chữ cái.',
    present: 'Chỉ lập yêu cầu khi người dân có mặt.',
  },
}

export type RecoveryText = typeof vi

const en: RecoveryText = {
  title: 'Recover an account in person',
  lead: 'For somebody who has lost their phone and cannot sign in with VNeID, or who closed their account and wants it back. Two officials of the same agency confirm it, one after the other, within 30 minutes.',
  ask: 'New recovery',
  personalId: 'Personal identification number',
  bornOn: 'Date of birth',
  papers: 'Papers seen',
  papersHint: 'For example: identity card, issued on 12/3/2024',
  reason: 'Reason',
  reasonHint: 'For example: phone lost, no new SIM yet',
  present: 'The person',
  presentChoice: 'Is present, and I have compared the face with the picture in the papers',
  send: 'Ask for it',
  list: 'At this agency in the last 90 days',
  none: 'There are none',
  person: 'Person',
  when: 'Asked at',
  first: 'First official',
  second: 'Second official',
  state: 'State',
  states: {
    waiting: 'Waits for the second official',
    late: 'More than 30 minutes old',
    confirmed: 'Code handed out',
    used: 'Code used',
    cancelled: 'Cancelled',
  },
  detail: {
    title: 'Recovery',
    agency: 'Agency',
    waitsTitle: 'Waiting for the second official',
    waits:
      'Another official of the agency opens this page on their own machine, looks at the papers and confirms within 30 minutes.',
    seen: 'You confirm',
    seenChoice: 'I have looked at the papers and the face myself, and this is the same person',
    confirm: 'Confirm and make the code',
    seenError: 'Confirm only what you have seen yourself.',
  },
  code: {
    title: 'Recovery code',
    lead: 'Print or write down this code and hand it to the person. It is shown only this once.',
    how: 'The person opens /khoi-phuc on any machine and enters the code and their number. The code is good for one use within 24 hours. All earlier sessions have ended.',
  },
  errors: {
    personalId: 'The number has 12 digits and has to agree with the year of birth.',
    bornOn: 'Enter the date of birth in the papers.',
    papers: 'Name the papers in 5 to 300 letters.',
    reason: 'Write the reason in 5 to 300 letters.',
    present: 'Only for somebody who is present.',
  },
}

export const words: Words<RecoveryText> = { vi, en }
