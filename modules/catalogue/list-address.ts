import { FACETS, type Facet, type SearchFilters } from './search/document.ts'

/** How a filter is called in an address that people see. */
export const PARAM_OF: Readonly<Record<Facet, string>> = {
  field: 'linh-vuc',
  owner: 'co-quan',
  level: 'cap',
  subject: 'doi-tuong',
  onlineLevel: 'truc-tuyen',
  lifeEvent: 'su-kien',
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  bo: 'ministry',
  tinh: 'province',
  huyen: 'district',
  xa: 'commune',
  khac: 'other',
}
const ONLINE_WORDS: Readonly<Record<string, string>> = {
  'toan-trinh': 'full',
  'mot-phan': 'partial',
  'thong-tin': 'information',
}
/** Where an address says a value in Vietnamese and the code in English. */
const WORDS: { readonly [facet in Facet]?: Readonly<Record<string, string>> } = {
  level: LEVEL_WORDS,
  onlineLevel: ONLINE_WORDS,
}

/** What a list of procedures was asked for. */
export type ListQuestion = {
  readonly q: string
  readonly filters: SearchFilters
}

export type ListParams = Readonly<Record<string, unknown>>

/** Reads the question out of an address. Values that no filter knows stay: they find nothing, and can be taken off. */
export function questionOf(params: ListParams): ListQuestion {
  const filters: { [facet in Facet]?: string[] } = {}
  for (const facet of FACETS) {
    const values = [params[PARAM_OF[facet]] ?? []]
      .flat()
      .filter((value): value is string => typeof value === 'string' && value !== '')
    if (values.length > 0) filters[facet] = values.map((value) => codeOf(facet, value))
  }
  return { q: typeof params['q'] === 'string' ? params['q'] : '', filters }
}

/** The address of the list that answers this question. */
export function addressOf(question: ListQuestion, after?: string): string {
  const params = [...paramsOf(question, FACETS), ...(after ? [`sau=${encoded(after)}`] : [])]
  return params.length > 0 ? `/thu-tuc?${params.join('&')}` : '/thu-tuc'
}

/** The addresses of the same question with one value more of a facet: a page has forty, and all but that value is the same. */
export function addressesWithOneMore(question: ListQuestion, facet: Facet): (value: string) => string {
  const at = FACETS.indexOf(facet) + 1
  const before = paramsOf(question, FACETS.slice(0, at)).map((param) => `${param}&`)
  const after = paramsOf({ ...question, q: '' }, FACETS.slice(at)).map((param) => `&${param}`)
  const [start, end] = [`/thu-tuc?${before.join('')}${PARAM_OF[facet]}=`, after.join('')]
  return (value) => `${start}${encoded(wordOf(facet, value))}${end}`
}

function paramsOf({ q, filters }: ListQuestion, facets: readonly Facet[]): string[] {
  const values = facets.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => `${PARAM_OF[facet]}=${encoded(wordOf(facet, value))}`),
  )
  return q ? [`q=${encoded(q)}`, ...values] : values
}

const PLAIN = /^[\w.-]*$/

/** As a form sends it. Slugs and codes stay as they are. */
function encoded(text: string): string {
  return PLAIN.test(text) ? text : encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+')
}

/** The same question with this value put on, or taken off if it is on. */
export function toggled({ q, filters }: ListQuestion, facet: Facet, value: string): ListQuestion {
  const on = filters[facet] ?? []
  const values = on.includes(value) ? on.filter((other) => other !== value) : [...on, value]
  return { q, filters: { ...filters, [facet]: values } }
}

/** What is typed into an address may also be called like something that every object has. */
function codeOf(facet: Facet, word: string): string {
  const words = WORDS[facet] ?? {}
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word
}

function wordOf(facet: Facet, value: string): string {
  const words = WORDS[facet]
  if (!words) return value
  return Object.keys(words).find((word) => words[word] === value) ?? value
}
