import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'filing.form_unknown': {
    status: 404,
    vi: 'Không có biểu mẫu nào tên như vậy.',
    en: 'There is no form of this name.',
  },
  'filing.draft_not_found': {
    status: 404,
    vi: 'Không có hồ sơ đang soạn này, hoặc hồ sơ không phải của bạn.',
    en: 'There is no such draft, or it is not yours.',
  },
  'filing.not_found': {
    status: 404,
    vi: 'Không có hồ sơ này, hoặc hồ sơ không phải của bạn.',
    en: 'There is no such dossier, or it is not yours.',
  },
  'filing.too_many_drafts': {
    status: 409,
    vi: 'Bạn đang có 5 hồ sơ chưa nộp. Hãy nộp hoặc xóa bớt một hồ sơ trước khi soạn hồ sơ mới.',
    en: 'You have 5 drafts. File or delete one before you begin another.',
  },
  'filing.incomplete': {
    status: 422,
    vi: 'Hồ sơ còn thiếu hoặc có chỗ sai.',
    en: 'Something in the dossier is missing or wrong.',
  },
  'filing.not_online': {
    status: 409,
    vi: 'Thủ tục này chưa nộp được trên mạng. Hãy nộp trực tiếp hoặc qua bưu chính.',
    en: 'This procedure cannot be filed online yet. File it at the counter or by post.',
  },
  'filing.agency_not_competent': {
    status: 422,
    vi: 'Cơ quan này không giải quyết thủ tục đã chọn. Hãy chọn lại nơi giải quyết.',
    en: 'This agency does not handle the procedure. Choose the place again.',
  },
  'filing.procedure_abolished': {
    status: 410,
    vi: 'Thủ tục này đã bị bãi bỏ nên không nộp được nữa.',
    en: 'This procedure has been abolished and can no longer be filed.',
  },
  'filing.key_missing': {
    status: 400,
    vi: 'Hãy gửi kèm tiêu đề Idempotency-Key, từ 8 đến 100 ký tự, riêng cho mỗi hồ sơ.',
    en: 'Send a header Idempotency-Key of 8 to 100 characters, its own for each dossier.',
  },
  'filing.key_reused': {
    status: 422,
    vi: 'Khóa Idempotency-Key này đã dùng cho một hồ sơ có nội dung khác.',
    en: 'This Idempotency-Key was used for a dossier with other content.',
  },
  'filing.not_covered': {
    status: 403,
    vi: 'Ủy quyền của bạn không gồm thủ tục này.',
    en: 'Your authorisation does not cover this procedure.',
  },
  'filing.nothing_asked': {
    status: 409,
    vi: 'Cơ quan không yêu cầu bổ sung hồ sơ này, hoặc bạn đã bổ sung rồi.',
    en: 'The agency has asked for no supplement, or you have answered already.',
  },
  'filing.message_empty': {
    status: 422,
    vi: 'Hãy viết nội dung tin nhắn, tối đa 2.000 ký tự.',
    en: 'Write the message, 2,000 characters at most.',
  },
  'filing.rating_missing': {
    status: 422,
    vi: 'Hãy chọn một mức đánh giá.',
    en: 'Choose a rating.',
  },
  'filing.rated_already': {
    status: 409,
    vi: 'Bạn đã đánh giá hồ sơ này.',
    en: 'You have rated this dossier.',
  },
  'filing.not_finished': {
    status: 409,
    vi: 'Hồ sơ chưa có kết quả nên chưa đánh giá được.',
    en: 'The dossier has no result yet, so it cannot be rated.',
  },
  'filing.file_missing': {
    status: 422,
    vi: 'Một tệp trong hồ sơ không còn hoặc đã bị chặn. Hãy bỏ tệp đó và chọn lại.',
    en: 'A file of the dossier is gone or was blocked. Remove it and choose it again.',
  },
}
