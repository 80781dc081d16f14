import type { RefusalWords } from '#kernel/refusal'

export const ssoRefusals: Readonly<Record<string, RefusalWords>> = {
  'sso.question_over': {
    status: 400,
    vi: 'Yêu cầu kết nối này đã hết hạn hoặc đã được trả lời. Hãy quay lại trang của cơ quan và bấm đăng nhập lần nữa.',
    en: 'This request has run out or was answered already. Go back to the agency’s page and sign in once more.',
  },
  'sso.client_unknown': {
    status: 404,
    vi: 'Không có ứng dụng này.',
    en: 'There is no such application.',
  },
  'sso.client_decided': {
    status: 409,
    vi: 'Đã có quyết định về ứng dụng này.',
    en: 'This application has been decided on already.',
  },
  'sso.client_not_in_use': {
    status: 409,
    vi: 'Ứng dụng này chưa được duyệt hoặc đang bị tạm dừng.',
    en: 'This application is not approved, or it is suspended.',
  },
  'sso.client_without_secret': {
    status: 409,
    vi: 'Ứng dụng này chạy trên máy của người dùng nên không có khóa bí mật.',
    en: 'This application runs on people’s own devices and has no secret.',
  },
  'sso.not_the_centre': {
    status: 403,
    vi: 'Chỉ trung tâm quản lý Cổng được quyết định việc này.',
    en: 'Only the centre that runs the portal decides this.',
  },
  'sso.client_own': {
    status: 409,
    vi: 'Người đăng ký ứng dụng không tự duyệt ứng dụng đó. Hãy để một quản trị viên khác của trung tâm quyết định.',
    en: 'Whoever registered an application does not decide on it. Let another administrator of the centre do so.',
  },
  'sso.sign_out_wrong': {
    status: 400,
    vi: 'Yêu cầu đăng xuất của ứng dụng không hợp lệ, nên Cổng không chuyển bạn đi đâu. Bạn vẫn có thể đăng xuất ở đầu trang.',
    en: 'The application’s request to sign out is not valid, so you were not sent anywhere. You can still sign out at the top of the page.',
  },
}
