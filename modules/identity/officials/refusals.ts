import type { RefusalWords } from '#kernel/refusal'

/** What officials and their administrators may be refused. */
export const officialRefusals: Readonly<Record<string, RefusalWords>> = {
  'identity.sign_in_busy': {
    status: 503,
    vi: 'Quá nhiều người đang đăng nhập cùng lúc. Hãy thử lại sau ít giây.',
    en: 'Too many people are signing in at once. Try again in a few seconds.',
  },
  'identity.step_over': {
    status: 409,
    vi: 'Bước đăng nhập này đã xong, đã hết hạn hoặc được làm ở nơi khác. Hãy đăng nhập lại từ đầu.',
    en: 'This step of the sign-in is done, has run out or was taken elsewhere. Sign in again from the start.',
  },
  'identity.invitation_over': {
    status: 410,
    vi: 'Thư mời này đã dùng, đã hết hạn sau 72 giờ hoặc đã bị thay bằng thư mới. Hãy xin quản trị viên của cơ quan một thư mời khác.',
    en: 'This invitation was used, ran out after 72 hours or was replaced by a newer one. Ask the administrator of your agency for another.',
  },
  'identity.last_factor': {
    status: 409,
    vi: 'Đây là cách xác thực thứ hai duy nhất còn lại. Hãy thêm cách khác trước khi bỏ cách này.',
    en: 'This is the only second factor left. Add another before you remove it.',
  },
  'identity.official_unknown': {
    status: 404,
    vi: 'Không tìm thấy cán bộ này trong phạm vi quản trị của bạn.',
    en: 'This official was not found within your administration.',
  },
  'identity.official_left': {
    status: 409,
    vi: 'Cán bộ này đã rời mọi cơ quan. Muốn cấp lại quyền, hãy gửi thư mời mới.',
    en: 'This official has left every agency. To give access again, send a new invitation.',
  },
  'identity.grant_outside_tree': {
    status: 403,
    vi: 'Cơ quan này nằm ngoài phạm vi quản trị của bạn.',
    en: 'This agency is outside your administration.',
  },
  'identity.grant_not_held': {
    status: 403,
    vi: 'Bạn chỉ cấp hoặc thu hồi được quyền mà chính bạn được giao cấp.',
    en: 'You can give or end only what you were allowed to give.',
  },
  'identity.grant_too_late': {
    status: 403,
    vi: 'Quyền này dài hơn thời hạn quyền của chính bạn.',
    en: 'This right would last longer than your own.',
  },
  'identity.grant_to_self': {
    status: 403,
    vi: 'Không ai tự cấp hoặc tự thu hồi quyền của mình. Hãy nhờ một quản trị viên khác.',
    en: 'Nobody gives or ends their own rights. Ask another administrator.',
  },
  'identity.grant_unknown': {
    status: 404,
    vi: 'Quyền này không còn hiệu lực hoặc không có.',
    en: 'This right is over or does not exist.',
  },
  'identity.post_unknown': {
    status: 404,
    vi: 'Không tìm thấy chức vụ còn hiệu lực trong phạm vi của bạn.',
    en: 'No current post was found within your administration.',
  },
  'identity.post_taken': {
    status: 409,
    vi: 'Cán bộ này đã có chức vụ ở cơ quan đó.',
    en: 'This official already has a post in that agency.',
  },
  'identity.agency_gone': {
    status: 422,
    vi: 'Không có cơ quan nào đang hoạt động với mã này.',
    en: 'No working agency has this code.',
  },
  'identity.reset_self': {
    status: 403,
    vi: 'Bạn tự đổi cách đăng nhập của mình ở trang Bảo mật.',
    en: 'Change how you sign in on your own security page.',
  },
  'identity.reset_beyond': {
    status: 403,
    vi: 'Cán bộ này còn chức vụ hoặc quyền ngoài phạm vi của bạn, nên chỉ cấp trên mới đặt lại được cách đăng nhập.',
    en: 'This official holds posts or rights beyond your administration, so only the level above can reset how they sign in.',
  },
}
