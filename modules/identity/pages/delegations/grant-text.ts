import type { Words } from '#platform/lang'

const vi = {
  title: 'Ủy quyền cho người khác',
  staffTitle: 'Cử người làm thay tổ chức',
  kind: 'Bạn muốn',
  kinds: {
    authorised: 'Ủy quyền cho một người làm thủ tục thay tôi',
    assisted: 'Để cán bộ tại quầy giúp tôi ngay bây giờ',
    staff: 'Cử một người làm thủ tục thay tổ chức',
  },
  assistedHint: 'Kéo dài một giờ. Bạn có thể chấm dứt sớm hơn.',
  code: 'Mã của người đó',
  codeHint:
    'Người đó mở trang “Làm thay và ủy quyền”, bấm “Tạo mã của tôi” rồi đọc cho bạn. Ví dụ: 7K2M-9QXA-03TZ',
  purpose: 'Mục đích',
  purposeHint: 'Viết ngắn gọn. Ví dụ: Nộp hồ sơ cấp đổi giấy phép lái xe thay tôi',
  scope: 'Phạm vi',
  all: 'Mọi thủ tục',
  some: 'Chỉ những thủ tục ghi dưới đây',
  procedures: 'Mã thủ tục',
  proceduresHint: 'Mỗi mã một dòng, ví dụ 1.001193. Mã ghi ở đầu trang của từng thủ tục.',
  lastDay: 'Ngày cuối có hiệu lực',
  lastDayHint: (latest: string) => `Muộn nhất ${latest}. Không cần điền khi cán bộ tại quầy giúp.`,
  check: 'Kiểm tra lại',
  checkTitle: 'Bạn ủy quyền cho người này?',
  checkLead: 'Hãy so họ tên với người bạn muốn ủy quyền.',
  who: 'Họ tên',
  post: 'Chức vụ',
  until: 'Đến hết',
  oneHour: 'một giờ nữa',
  confirm: 'Ủy quyền',
  back: 'Sửa lại',
  errors: {
    kind: 'Chọn điều bạn muốn.',
    code: 'Nhập mã gồm 12 chữ và số.',
    purpose: 'Viết mục đích, từ 5 đến 300 chữ cái.',
    scope: 'Chọn phạm vi.',
    procedures: 'Nhập ít nhất một mã thủ tục, nhiều nhất 50.',
    notCode: (typed: string) => `“${typed}” không phải mã thủ tục.`,
    lastDay: 'Nhập một ngày có thật, từ hôm nay trở đi.',
    tooLate: (latest: string) => `Ngày cuối không được sau ${latest}.`,
  },
}

export type GrantText = typeof vi

const en: GrantText = {
  title: 'Authorise somebody',
  staffTitle: 'Appoint somebody to act for the organization',
  kind: 'What do you want?',
  kinds: {
    authorised: 'Authorise somebody to do procedures for me',
    assisted: 'Let an official at the counter help me now',
    staff: 'Appoint somebody to do procedures for the organization',
  },
  assistedHint: 'Lasts one hour. You can end it sooner.',
  code: 'The code of that person',
  codeHint:
    'They open “Acting for others”, press “Make my code” and read it out to you. For example: 7K2M-9QXA-03TZ',
  purpose: 'Purpose',
  purposeHint: 'In a few words. For example: file the renewal of my driving licence',
  scope: 'Scope',
  all: 'All procedures',
  some: 'Only those named below',
  procedures: 'Codes of procedures',
  proceduresHint:
    'One on each line, such as 1.001193. The code stands at the top of the page of a procedure.',
  lastDay: 'Last day',
  lastDayHint: (latest) => `At the latest ${latest}. Not needed for help at a counter.`,
  check: 'Check',
  checkTitle: 'Do you authorise this person?',
  checkLead: 'Compare the name with the person you mean.',
  who: 'Name',
  post: 'Post',
  until: 'Until the end of',
  oneHour: 'one hour from now',
  confirm: 'Authorise',
  back: 'Change',
  errors: {
    kind: 'Choose what you want.',
    code: 'Enter the code of 12 letters and digits.',
    purpose: 'Write the purpose in 5 to 300 letters.',
    scope: 'Choose the scope.',
    procedures: 'Enter at least one code of a procedure, at most 50.',
    notCode: (typed) => `“${typed}” is not the code of a procedure.`,
    lastDay: 'Enter a real day, today or later.',
    tooLate: (latest) => `The last day may not be later than ${latest}.`,
  },
}

export const words: Words<GrantText> = { vi, en }
