/** Text that is HTML already. */
export type Html = { readonly html: string }

/** Puts values into HTML. What is not HTML is escaped, lists are joined, nothing is nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return { html: texts.map((text, at) => text + (at < values.length ? written(values[at]) : '')).join('') }
}

function written(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(written).join('')
  if (typeof value === 'object' && 'html' in value) return String(value.html)
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
