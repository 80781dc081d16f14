import { Select } from '#design'
import type { Lang, Words } from '#platform/lang'
import type { NamedDesk } from '../at-desk.ts'

const words: Words<{ readonly label: string; readonly hint: string }> = {
  vi: {
    label: 'Bạn đang làm việc tại',
    hint: 'Người dân sẽ thấy chức vụ và cơ quan này trong nhật ký của họ.',
  },
  en: { label: 'You are working at', hint: 'Citizens see this post and agency in their log.' },
}

/** Which of several desks an official sits at; nothing to ask when there is one. */
export function DeskField({
  desks,
  value,
  lang,
}: {
  desks: readonly NamedDesk[]
  value: string | undefined
  lang: Lang
}) {
  const text = words[lang]
  if (desks.length < 2) return null
  return (
    <Select
      name="co-quan"
      label={text.label}
      hint={text.hint}
      emptyText={false}
      value={value}
      options={desks.map(({ agency, agencyName, title }) => ({
        value: agency,
        text: `${title}, ${agencyName}`,
      }))}
    />
  )
}
