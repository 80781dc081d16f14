import type { Text } from './definition.ts'

/** What is wrong with one answer: where, and what to do about it. */
export type Problem = {
  /** `child.name`, `members[2].bornOn`. */
  readonly path: string
  readonly code: string
  readonly text: Text
  /** Units that were probably meant, where an address fits several. */
  readonly offers?: readonly string[]
}

export type ProblemWords = (label: Text) => Text

const quote = (label: Text): Text => ({ vi: `“${label.vi}”`, en: `“${label.en}”` })

function words(vi: (name: string) => string, en: (name: string) => string): ProblemWords {
  return (label) => ({ vi: vi(quote(label).vi), en: en(quote(label).en) })
}

/** What people are told, by code. */
export const PROBLEMS = {
  missing: words(
    (name) => `Hãy trả lời ${name}.`,
    (name) => `Answer ${name}.`,
  ),
  too_long: words(
    (name) => `${name} quá dài. Hãy viết ngắn lại.`,
    (name) => `${name} is too long. Shorten it.`,
  ),
  not_text: words(
    (name) => `${name} phải là chữ.`,
    (name) => `${name} has to be text.`,
  ),
  not_a_name: words(
    (name) => `${name}: hãy ghi họ, chữ đệm và tên bằng chữ, như trên giấy tờ.`,
    (name) => `${name}: write the full name in letters, as on the papers.`,
  ),
  not_a_personal_id: words(
    (name) => `${name}: số định danh cá nhân có 12 chữ số. Hãy xem trên thẻ căn cước.`,
    (name) => `${name}: a personal number has 12 digits. See the identity card.`,
  ),
  not_a_tax_code: words(
    (name) => `${name}: mã số thuế có 10 chữ số, đơn vị phụ thuộc thêm 3 chữ số.`,
    (name) => `${name}: a tax code has 10 digits, a dependent unit 3 more.`,
  ),
  not_a_date: words(
    (name) => `${name}: trong lịch không có ngày này. Ghi ngày, tháng, năm, ví dụ 22 11 2026.`,
    (name) => `${name}: the calendar has no such day. Write day, month and year, such as 22 11 2026.`,
  ),
  in_the_future: words(
    (name) => `${name} không được sau ngày hôm nay.`,
    (name) => `${name} must not be after today.`,
  ),
  in_the_past: words(
    (name) => `${name} không được trước ngày hôm nay.`,
    (name) => `${name} must not be before today.`,
  ),
  too_long_ago: words(
    (name) => `${name}: hãy xem lại năm.`,
    (name) => `${name}: check the year.`,
  ),
  not_a_phone: words(
    (name) => `${name}: số điện thoại có 10 chữ số và bắt đầu bằng 0, hoặc bắt đầu bằng +84.`,
    (name) => `${name}: a telephone number has 10 digits and begins with 0, or begins with +84.`,
  ),
  not_an_email: words(
    (name) => `${name}: hãy ghi thư điện tử đầy đủ, ví dụ ten@example.vn.`,
    (name) => `${name}: write the whole e-mail address, such as name@example.vn.`,
  ),
  not_a_number: words(
    (name) => `${name}: hãy ghi bằng chữ số.`,
    (name) => `${name}: write it in digits.`,
  ),
  too_small: words(
    (name) => `${name} nhỏ hơn mức cho phép.`,
    (name) => `${name} is less than allowed.`,
  ),
  too_large: words(
    (name) => `${name} lớn hơn mức cho phép.`,
    (name) => `${name} is more than allowed.`,
  ),
  not_an_option: words(
    (name) => `${name}: hãy chọn một trong các mục.`,
    (name) => `${name}: choose one of the options.`,
  ),
  not_declared: words(
    (name) => `Hãy đánh dấu vào ${name} để nộp.`,
    (name) => `Tick ${name} to go on.`,
  ),
  too_many: words(
    (name) => `${name}: nhiều hơn số lượng cho phép.`,
    (name) => `${name}: more than allowed.`,
  ),
  too_few: words(
    (name) => `${name}: hãy thêm cho đủ.`,
    (name) => `${name}: add what is missing.`,
  ),
  unit_unknown: words(
    (name) =>
      `${name}: không có xã, phường nào như vậy. Ghi tên xã, phường và tỉnh, thành phố; tên cũ cũng được.`,
    (name) => `${name}: there is no such commune. Write the commune and the province; old names will do.`,
  ),
  unit_not_commune: words(
    (name) => `${name}: hãy ghi đến xã, phường.`,
    (name) => `${name}: name the commune as well.`,
  ),
  unit_several: words(
    (name) => `${name}: có nhiều nơi tên như vậy. Hãy chọn một.`,
    (name) => `${name}: several places are called so. Choose one.`,
  ),
  unknown_field: words(
    (name) => `${name} không có trong biểu mẫu.`,
    (name) => `${name} is not in the form.`,
  ),
} as const satisfies Readonly<Record<string, ProblemWords>>

export type ProblemCode = keyof typeof PROBLEMS

export function problem(code: ProblemCode, path: string, label: Text, offers?: readonly string[]): Problem {
  return { path, code, text: PROBLEMS[code](label), ...(offers && { offers }) }
}
