import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'forms.definition_wrong': {
    status: 422,
    vi: 'Biểu mẫu có chỗ sai nên chưa dùng được.',
    en: 'The form has mistakes and cannot be used yet.',
  },
  'forms.overtaken': {
    status: 409,
    vi: 'Trong lúc bạn sửa, một phiên bản khác của biểu mẫu đã được lưu.',
    en: 'While you were editing, another version of the form was stored.',
  },
  'forms.name_taken': {
    status: 409,
    vi: 'Đã có biểu mẫu mang tên (id) này. Hãy đặt tên khác, hoặc mở biểu mẫu đó để sửa.',
    en: 'There is a form of this name (id) already. Choose another name, or open that form to edit it.',
  },
}
