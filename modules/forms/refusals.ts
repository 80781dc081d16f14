import type { RefusalWords } from '#kernel/refusal'

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'forms.definition_wrong': {
    status: 422,
    vi: 'Biểu mẫu có chỗ sai nên chưa dùng được.',
    en: 'The form has mistakes and cannot be used yet.',
  },
}
