import type { Words } from '#platform/lang'

const vi = {
  title: 'Bàn làm việc',
  lead: 'Những việc bạn có thể làm với vai trò hiện nay.',
  none: 'Bạn chưa được giao vai trò nào',
  noneText: 'Hãy hỏi người quản trị của cơ quan.',
  posts: 'Bạn làm việc tại',
  links: {
    onestop: ['Một cửa', 'Hồ sơ mới, đến hạn, quá hạn; tiếp nhận tại quầy.'],
    assist: ['Hỗ trợ người dân tại quầy', 'Làm thủ tục thay người có mặt và đồng ý, trong một giờ.'],
    declarations: ['Xác nhận quan hệ đại diện', 'Xem giấy tờ của cha mẹ, người giám hộ.'],
    recovery: ['Khôi phục tài khoản', 'Cho người mất điện thoại, cần hai cán bộ.'],
    acting: ['Làm thay và ủy quyền', 'Người dân đang nhờ bạn, và mã của bạn.'],
    security: ['Cách đăng nhập của tôi', 'Mật khẩu, khóa truy cập, ứng dụng tạo mã.'],
    administration: ['Quản trị', 'Cán bộ, vai trò và ứng dụng trong phạm vi của bạn.'],
    templates: ['Mẫu kết quả', 'Lời văn mà cán bộ của cơ quan dùng khi phát hành kết quả.'],
    reminders: ['Nhắc việc', 'Hồ sơ sắp đến hạn và quá hạn mà bạn cần biết.'],
    forms: ['Biểu mẫu điện tử', 'Câu hỏi của từng thủ tục: sửa, xem trước, so sánh phiên bản.'],
  },
} as const

type Link = keyof typeof vi.links
export type WorkplaceText = Omit<Record<keyof typeof vi, string>, 'links'> & {
  readonly links: Readonly<Record<Link, readonly [string, string]>>
}

const en: WorkplaceText = {
  title: 'My desk',
  lead: 'What you may do in your present roles.',
  none: 'You have not been given a role',
  noneText: 'Ask the administrator of your agency.',
  posts: 'You work at',
  links: {
    onestop: ['One-stop desk', 'New, due and late dossiers; reception at the counter.'],
    assist: ['Help a citizen at the counter', 'Do a procedure for somebody present who agrees, for an hour.'],
    declarations: ['Confirm who represents whom', 'See the papers of parents and guardians.'],
    recovery: ['Recover an account', 'For somebody without a phone; it takes two officials.'],
    acting: ['Acting for others', 'Citizens who asked you for help, and your code.'],
    security: ['How I sign in', 'Password, passkeys, authenticator app.'],
    administration: ['Administration', 'Officials, roles and clients within your reach.'],
    templates: [
      'Templates of results',
      'The words that officers of the agency use when they issue a result.',
    ],
    reminders: ['Reminders', 'Dossiers that are due soon or late and that you have to know of.'],
    forms: ['E-forms', 'Questions of each procedure: edit, preview, compare versions.'],
  },
}

export const words: Words<WorkplaceText> = { vi, en }
