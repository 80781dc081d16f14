export type Template<Values> = (values: Values) => string

const SHORTEST = 4
const ENTITIES: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

/**
 * The least program that writes this page from these values: one template literal, with every value that stands in the page
 * escaped and put in its place. A person who wrote it by hand would also have to write loops and conditions, which it
 * does without; so it is the harder measure.
 */
export function templateOf<Values>(page: string, values: Values): Template<Values> {
  const places = placesOf(values, 'values')
  const known = new RegExp([...places.keys()].sort(longestFirst).map(RegExp.escape).join('|'), 'g')
  let literal = ''
  let last = 0
  for (const match of page.matchAll(known)) {
    literal += `${quoted(page.slice(last, match.index))}\${escaped(${places.get(match[0])})}`
    last = match.index + match[0].length
  }
  literal += quoted(page.slice(last))
  const make: (escape: typeof escaped) => Template<Values> = Function(
    'escaped',
    `return (values) => \`${literal}\``,
  ) as never
  return make(escaped)
}

/** Where each text is found, as it stands in a page: `Bộ Tư pháp` → `values["found"]["lines"][0]["ownerName"]`. */
function placesOf(value: unknown, place: string, places = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string' && value.length >= SHORTEST) places.set(escaped(value), place)
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      placesOf(item, Array.isArray(value) ? `${place}[${key}]` : `${place}[${JSON.stringify(key)}]`, places)
    }
  }
  return places
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length
}

function quoted(text: string): string {
  return text.replace(/[\\`]|\$\{/g, '\\$&')
}

function escaped(text: string): string {
  return /["&<]/.test(text) ? text.replace(/["&<]/g, (special) => ENTITIES[special] ?? special) : text
}
