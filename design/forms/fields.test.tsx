import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { textOf } from '#platform/html-text'
import { Speaks } from '../language.tsx'
import { Checkboxes, Radios } from './choices.tsx'
import { DateInput } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FileInput } from './file-input.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'
import { Textarea } from './textarea.tsx'

const choices = [
  { value: 'yes', text: 'Có' },
  { value: 'no', text: 'Không' },
]

const fieldsWith = (errors: { field: string; text: string }[]): readonly VNode[] => [
  <TextInput key="1" name="answer" label="Câu hỏi" errors={errors} />,
  <Textarea key="2" name="answer" label="Câu hỏi" errors={errors} />,
  <Select key="3" name="answer" label="Câu hỏi" options={choices} errors={errors} />,
  <Radios key="4" name="answer" label="Câu hỏi" choices={choices} errors={errors} />,
  <Checkboxes key="5" name="answer" label="Câu hỏi" choices={choices} errors={errors} />,
  <DateInput key="6" name="answer" label="Câu hỏi" errors={errors} />,
  <FileInput key="7" name="answer" label="Câu hỏi" types={['pdf']} maxSizeMegabytes={10} errors={errors} />,
]

test('each line of the error summary leads to the first input of its field, and says the words of the field', () => {
  const errors = [{ field: 'answer', text: 'Trả lời câu hỏi' }]

  const summary = textOf(<ErrorSummary errors={errors} />)

  expect(summary).toContain('<a href="#answer">Trả lời câu hỏi</a>')
  for (const field of fieldsWith(errors)) {
    const html = textOf(field)
    expect(html).toMatch(/<(input|textarea|select)[^>]* id="answer"/)
    expect(html).toContain('</span>Trả lời câu hỏi</p>')
  }
})

test('whoever hears a field hears its error with it', () => {
  for (const field of fieldsWith([{ field: 'answer', text: 'Trả lời câu hỏi' }])) {
    const html = textOf(field)
    const described = html.match(/aria-describedby="([^"]*)"/)?.[1]?.split(' ') ?? []

    expect(described).toContain('answer-error')
    for (const id of described) expect(html).toContain(`id="${id}"`)
  }
})

test('an error of another field leaves a field alone', () => {
  for (const field of fieldsWith([{ field: 'other', text: 'Sai' }])) {
    expect(textOf(field)).not.toMatch(/answer-error|govuk-form-group--error|aria-invalid/)
  }
})

test('without errors there is no summary', () => {
  expect(textOf(<ErrorSummary errors={[]} />)).toBe('')
})

test('hint comes before error in what is read aloud', () => {
  const html = textOf(
    <TextInput
      name="name"
      label="Tên"
      hint="Như giấy khai sinh."
      errors={[{ field: 'name', text: 'Nhập tên' }]}
    />,
  )

  expect(html).toContain('aria-describedby="name-hint name-error"')
})

test('a date keeps what was typed, even when it is no date', () => {
  const html = textOf(
    <DateInput name="born" label="Ngày sinh" value={{ day: '31', month: '02', year: 'xx' }} />,
  )

  for (const typed of ['value="31"', 'value="02"', 'value="xx"']) expect(html).toContain(typed)
  expect(html).toContain('name="born-day"')
})

test('what may be left out is marked in the language of the page', () => {
  const field = <TextInput name="phone" label="Điện thoại" isOptional />

  expect(textOf(field)).toContain('(không bắt buộc)')
  expect(textOf(<Speaks lang="en">{field}</Speaks>)).toContain('(optional)')
})

test('a file field says its limits before anything is chosen', () => {
  const html = textOf(
    <FileInput name="paper" label="Giấy" types={['pdf', 'jpg']} maxSizeMegabytes={10} maxCount={5} />,
  )

  expect(html).toContain('Tối đa 5 tệp PDF, JPG, mỗi tệp không quá 10 MB.')
  expect(html).toContain('accept=".pdf,.jpg"')
})
