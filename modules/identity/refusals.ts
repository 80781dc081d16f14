import type { RefusalWords } from '#kernel/refusal'
import { officialRefusals } from './officials/refusals.ts'
import { delegationRefusals } from './refusals-delegation.ts'
import { ssoRefusals } from './sso/refusals.ts'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  ...delegationRefusals,
  ...officialRefusals,
  ...ssoRefusals,
  'identity.vneid_away': {
    status: 503,
    vi: 'VNeID hiện không trả lời. Hãy thử lại sau ít phút.',
    en: 'VNeID is not answering at the moment. Try again in a few minutes.',
  },
  'identity.vneid_unset': {
    status: 503,
    vi: 'Cổng này chưa được nối với VNeID.',
    en: 'This portal has not been connected to VNeID.',
  },
  'identity.sign_in_unknown': {
    status: 400,
    vi: 'Lần đăng nhập này không bắt đầu từ đây, hoặc đã bắt đầu quá lâu.',
    en: 'This sign-in did not start here, or it started too long ago.',
  },
  'identity.sign_in_used': {
    status: 409,
    vi: 'Câu trả lời này của VNeID đã được dùng một lần.',
    en: 'This answer of VNeID has been used already.',
  },
  'identity.sign_in_late': {
    status: 400,
    vi: 'Việc đăng nhập kéo dài quá 15 phút nên đã hết hạn.',
    en: 'The sign-in took more than 15 minutes and has run out.',
  },
  'identity.sign_in_elsewhere': {
    status: 400,
    vi: 'Việc đăng nhập bắt đầu ở trình duyệt khác. Hãy đăng nhập ngay tại trình duyệt này.',
    en: 'The sign-in started in another browser. Sign in from this browser.',
  },
  'identity.sign_in_cancelled': {
    status: 400,
    vi: 'Bạn đã dừng đăng nhập ở VNeID.',
    en: 'You stopped the sign-in at VNeID.',
  },
  'identity.answer_wrong': {
    status: 400,
    vi: 'Câu trả lời của VNeID không đúng như đã hẹn, nên Cổng không dùng.',
    en: 'The answer of VNeID is not what was agreed, so the portal does not use it.',
  },
  'identity.clock_wrong': {
    status: 400,
    vi: 'Giờ của VNeID và giờ của Cổng lệch nhau quá 2 phút, nên Cổng không nhận câu trả lời.',
    en: 'The clocks of VNeID and of the portal differ by more than 2 minutes, so the answer is not accepted.',
  },
  'identity.level_not_reached': {
    status: 403,
    vi: 'Việc này cần tài khoản VNeID mức 2. Tài khoản của bạn chưa đạt mức đó.',
    en: 'This needs a VNeID account of level 2. Yours has not reached it.',
  },
  'identity.level_two_needed': {
    status: 403,
    vi: 'Hãy xác thực mức 2 qua VNeID để làm việc này.',
    en: 'Confirm yourself at level 2 with VNeID to do this.',
  },
  'identity.claims_incomplete': {
    status: 422,
    vi: 'VNeID không gửi đủ dữ liệu để mở tài khoản.',
    en: 'VNeID did not send enough data to open an account.',
  },
  'identity.personal_id_impossible': {
    status: 422,
    vi: 'Số định danh mà VNeID gửi không thể có thật hoặc không khớp năm sinh, giới tính.',
    en: 'The personal number that VNeID sent cannot exist, or contradicts the year of birth or the sex.',
  },
  'identity.number_taken': {
    status: 409,
    vi: 'Số định danh hoặc mã số thuế này đang thuộc một tài khoản khác ở Cổng.',
    en: 'This personal number or tax code belongs to another account of the portal.',
  },
  'identity.account_closed': {
    status: 403,
    vi: 'Tài khoản này đã đóng tại Cổng theo yêu cầu của chủ tài khoản. Muốn mở lại, hãy mang giấy tờ đến bộ phận một cửa của xã, phường bất kỳ.',
    en: 'This account was closed at the portal on the request of its owner. To open it again, take your papers to the one-stop desk of any commune.',
  },
  'identity.other_account': {
    status: 409,
    vi: 'Bạn đang đăng nhập bằng một tài khoản, nhưng VNeID xác thực tài khoản khác.',
    en: 'You are signed in with one account, but VNeID confirmed another.',
  },
  'identity.stop_acting_first': {
    status: 409,
    vi: 'Bạn đang làm thay cho người khác. Hãy thôi làm thay rồi mới đóng tài khoản của mình.',
    en: 'You are acting for somebody else. Stop acting before you close your own account.',
  },
  'identity.kept_unknown': {
    status: 404,
    vi: 'Không còn câu trả lời nào được giữ ở địa chỉ này.',
    en: 'No answers are kept under this address any more.',
  },
}
