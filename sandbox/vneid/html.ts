/** Text that is HTML already. */
export type Html = { readonly html: string }

type Value = string | number | undefined | Html | readonly Value[]

/** Puts values into HTML. What is not HTML is escaped, lists are joined, nothing is nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: texts.map((text, at) => text + (at < values.length ? written(values[at]) : '')).join('') }
}

function written(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(written).join('')
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
