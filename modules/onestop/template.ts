/** What a template may say of a dossier, by the word between `{{` and `}}`. `so` is known only when the result is issued. */
export const PLACES = [
  'nguoi-nop',
  'ma-ho-so',
  'ma-thu-tuc',
  'thu-tuc',
  'co-quan',
  'ngay-nop',
  'ngay',
  'so',
  'can-bo',
  'chuc-danh',
] as const
export type TemplatePlace = (typeof PLACES)[number]

/** Before an answer: `{{tra-loi:child.name}}`. */
const ANSWER = 'tra-loi:'
const PLACE = /\{\{\s*([^{}]{1,120}?)\s*\}\}/g
/** Where the dossier says nothing: room to write. */
const NOTHING = '……'

/** Mẫu kết quả: words with places for what the dossier says. */
export type Template = { readonly id: string; readonly title: string; readonly body: string }

/** The template that every agency has, for a procedure without one of its own. */
export const DEFAULT_TEMPLATE: Template = {
  id: 'chung',
  title: 'Thông báo kết quả giải quyết thủ tục hành chính',
  body: `Kính gửi: {{nguoi-nop}}

{{co-quan}} đã nhận hồ sơ mã {{ma-ho-so}} ngày {{ngay-nop}} về việc thực hiện thủ tục “{{thu-tuc}}” (mã {{ma-thu-tuc}}).

Sau khi xem xét, {{co-quan}} thông báo kết quả giải quyết như sau:

……

Thông báo này được lập trên cơ sở hồ sơ đã nộp. Nếu có nội dung chưa rõ, đề nghị liên hệ {{co-quan}}.`,
}

export type TemplateValues = {
  readonly places: Readonly<Partial<Record<TemplatePlace, string>>>
  /** The answer of a question in words, by its path. */
  readonly answer: (path: string) => string | undefined
}

/** Fills what is known in. A place in `keeps` stays as it is, to be filled in later. */
export function fillTemplate(
  body: string,
  { places, answer }: TemplateValues,
  keeps: readonly TemplatePlace[] = [],
): string {
  return body.replace(PLACE, (whole, name: string) => {
    if (keeps.some((one) => one === name)) return whole
    const known = name.startsWith(ANSWER) ? answer(name.slice(ANSWER.length)) : places[name as TemplatePlace]
    return known === undefined || known === '' ? NOTHING : known
  })
}

/** Places of a template that nothing fills. Answers are not looked at: which there are depends on the procedure's form. */
export function unknownPlaces(body: string): readonly string[] {
  return [...body.matchAll(PLACE)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith(ANSWER) && !PLACES.some((place) => place === name))
}
