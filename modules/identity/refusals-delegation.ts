import type { RefusalWords } from '#kernel/refusal'

/** What may be refused to those who act for others, and to officials who help. */
export const delegationRefusals: Readonly<Record<string, RefusalWords>> = {
  'identity.delegation_unknown': {
    status: 404,
    vi: 'Không có quan hệ làm thay nào như vậy dành cho bạn.',
    en: 'There is no such power for you.',
  },
  'identity.delegation_not_open': {
    status: 409,
    vi: 'Quan hệ này không còn chờ trả lời, hoặc đã chấm dứt.',
    en: 'This is no longer waiting for an answer, or it has ended.',
  },
  'identity.delegation_self': {
    status: 422,
    vi: 'Không ai cần được ủy quyền để làm việc của chính mình.',
    en: 'Nobody needs a power to act for themselves.',
  },
  'identity.delegation_wrong_side': {
    status: 422,
    vi: 'Mã này không thuộc loại tài khoản phù hợp: ủy quyền cho công dân, nhờ cán bộ hỗ trợ tại quầy.',
    en: 'This code belongs to another kind of account: citizens are authorised, officials help at the counter.',
  },
  'identity.contact_unknown': {
    status: 422,
    vi: 'Không có ai đang dùng mã này. Mã dùng được một lần trong một ngày.',
    en: 'Nobody is using this code. A code is good for one use within a day.',
  },
  'identity.not_representative': {
    status: 403,
    vi: 'Theo dữ liệu VNeID, bạn không phải người đại diện theo pháp luật của tổ chức này.',
    en: 'According to VNeID you are not the legal representative of this organization.',
  },
  'identity.not_a_minor': {
    status: 422,
    vi: 'Người này đã đủ 18 tuổi. Hãy để người này tự ủy quyền cho bạn.',
    en: 'This person is 18 or older. They can authorise you themselves.',
  },
  'identity.too_many_declared': {
    status: 422,
    vi: 'Bạn đã khai năm người đang chờ cán bộ xem giấy tờ. Hãy hoàn tất hoặc chấm dứt bớt.',
    en: 'You have declared five people whose papers nobody has seen yet. Finish or end some first.',
  },
  'identity.declaration_unknown': {
    status: 404,
    vi: 'Không có khai báo nào đang chờ với mã này. Mã có giá trị trong 30 ngày.',
    en: 'Nothing is waiting under this code. A code is good for 30 days.',
  },
  'identity.declaration_contradicted': {
    status: 409,
    vi: 'Số định danh đã khai thuộc về người có ngày sinh khác. Không xác nhận được.',
    en: 'The number that was declared belongs to somebody born on another day. It cannot be confirmed.',
  },
  'identity.acting_over': {
    status: 403,
    vi: 'Việc làm thay đã hết hạn hoặc đã chấm dứt. Bạn đã trở lại tài khoản của mình; thao tác vừa rồi không được thực hiện.',
    en: 'Your power to act is over. You are back in your own account, and what you just sent was not done.',
  },
  'identity.person_unknown': {
    status: 422,
    vi: 'Không tìm thấy tài khoản có số định danh và ngày sinh này.',
    en: 'No account has this number and date of birth.',
  },
  'identity.no_desk': {
    status: 403,
    vi: 'Bạn không giữ vai trò cần thiết ở cơ quan nào.',
    en: 'You do not hold the role that this needs in any agency.',
  },
  'identity.recovery_unknown': {
    status: 404,
    vi: 'Không có yêu cầu khôi phục nào như vậy ở cơ quan của bạn.',
    en: 'There is no such recovery at your agency.',
  },
  'identity.recovery_late': {
    status: 409,
    vi: 'Đã quá 30 phút kể từ khi cán bộ thứ nhất lập yêu cầu. Hãy làm lại từ đầu.',
    en: 'More than 30 minutes have passed since the first official. Start again.',
  },
  'identity.recovery_second_official': {
    status: 403,
    vi: 'Cán bộ thứ hai phải là người khác với cán bộ đã lập yêu cầu.',
    en: 'The second official has to be somebody else.',
  },
  'identity.recovery_code_wrong': {
    status: 422,
    vi: 'Mã trên giấy và số định danh không khớp, hoặc mã đã dùng hay hết hạn.',
    en: 'The code and the number do not belong together, or the code was used or has expired.',
  },
}
