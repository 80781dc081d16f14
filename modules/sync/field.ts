import { readWireMoment } from './wire-moment.ts'

export type WireType = 'text' | 'moment' | 'whole' | 'flag' | 'status' | 'list' | 'object'

/** One field of a message, as one table says it for the program, for its tests and for whoever reads the reference. */
export type FieldSpec = {
  /** As the guide spells it. Other cases of the letters are the same field. */
  readonly name: string
  /** Other names that clients have for it. */
  readonly aliases?: readonly string[]
  readonly type: WireType
  /** Without it the item is refused. */
  readonly isRequired?: boolean
  /** Longest text, in characters; most entries of a list. */
  readonly limit?: number
  /** Of a list: the fields of one entry. */
  readonly entry?: readonly FieldSpec[]
  /** Where it goes, in the words of the trade. */
  readonly goesTo: string
}

export type WireValue =
  | string
  | number
  | boolean
  | Date
  | readonly unknown[]
  | Readonly<Record<string, unknown>>

/** What is wrong with one field, in words for the people of the agency. */
export type Fault = { readonly field: string; readonly why: string }

export type ReadItem = {
  readonly values: ReadonlyMap<string, WireValue>
  readonly faults: readonly Fault[]
}

export type ItemReader = (item: Readonly<Record<string, unknown>>) => ReadItem

/** Makes a reader of items from their table. Unknown keys are let be; null, an empty text and an absent key are the same: nothing. */
export function itemReader(specs: readonly FieldSpec[]): ItemReader {
  const byName = new Map(
    specs.flatMap((spec) =>
      [spec.name, ...(spec.aliases ?? [])].map((name) => [name.toLowerCase(), spec] as const),
    ),
  )
  const exact = new Map([...byName.values()].map((spec) => [spec.name, spec]))
  const required = specs.filter(({ isRequired }) => isRequired)
  const entries = new Map(
    specs.flatMap(({ name, entry }) => (entry ? [[name, itemReader(entry)] as const] : [])),
  )
  return (item) => {
    const values = new Map<string, WireValue>()
    const faults: Fault[] = []
    for (const key in item) {
      const spec = exact.get(key) ?? byName.get(key.toLowerCase())
      if (!spec) continue
      const given = item[key]
      if (given === null || given === undefined) continue
      const value = READERS[spec.type](given)
      if (value === undefined) continue
      if (value instanceof Wrong) faults.push({ field: spec.name, why: value.why })
      else if (isTooLong(value, spec.limit))
        faults.push({ field: spec.name, why: tooLong(value, spec.limit) })
      else {
        const readEntry = entries.get(spec.name)
        const inner = readEntry && Array.isArray(value) ? entryFaults(spec.name, value, readEntry) : []
        if (inner.length > 0) faults.push(...inner)
        else values.set(spec.name, value)
      }
    }
    for (const { name } of required)
      if (!values.has(name) && !faults.some(({ field }) => field === name))
        faults.push({ field: name, why: 'thiếu giá trị' })
    return { values, faults }
  }
}

/** The text of a field; empty for what is none. */
export function wireText(values: ReadonlyMap<string, WireValue>, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}

function entryFaults(name: string, list: readonly unknown[], read: ItemReader): Fault[] {
  return list.flatMap((entry, at) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      return [{ field: `${name}[${at}]`, why: 'phải là một đối tượng' }]
    const { faults } = read(entry as Readonly<Record<string, unknown>>)
    return faults.map(({ field, why }) => ({ field: `${name}[${at}].${field}`, why }))
  })
}

class Wrong {
  readonly why: string

  constructor(why: string) {
    this.why = why
  }
}

type Reader = (given: unknown) => WireValue | Wrong | undefined

const READERS: Readonly<Record<WireType, Reader>> = {
  text: (given) => {
    const text = plainText(given)
    if (text === undefined) return new Wrong('phải là chuỗi ký tự')
    if (text === '') return undefined
    return isClean(text) ? text : new Wrong('có ký tự điều khiển')
  },
  moment: (given) => {
    const text = plainText(given)
    if (text === undefined) return new Wrong('phải là thời điểm dạng yyyyMMddHHmmss')
    if (text === '') return undefined
    return (
      readWireMoment(text) ?? new Wrong('không phải thời điểm đúng dạng yyyyMMddHHmmss, từ năm 1990 đến 2099')
    )
  },
  whole: (given) => {
    const text = plainText(given)
    if (text === '') return undefined
    return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : new Wrong('phải là số nguyên')
  },
  flag: (given) => {
    const text = plainText(given)?.toLowerCase()
    if (text === '') return undefined
    if (text === 'true' || text === '1') return true
    return text === 'false' || text === '0' ? false : new Wrong('phải là True hoặc False')
  },
  status: (given) => {
    const text = plainText(given)
    if (text === undefined) return new Wrong('phải là một trạng thái từ 1 đến 10')
    if (text === '') return undefined
    return /^(0?[1-9]|10)$/.test(text) ? Number(text) : new Wrong('không phải trạng thái từ 1 đến 10')
  },
  list: (given) => (Array.isArray(given) ? given : given === '' ? undefined : new Wrong('phải là danh sách')),
  object: (given) =>
    typeof given === 'object' && !Array.isArray(given)
      ? (given as Readonly<Record<string, unknown>>)
      : given === ''
        ? undefined
        : new Wrong('phải là một đối tượng'),
}

/** Numbers and booleans are what clients write for texts, and the other way round. */
function plainText(given: unknown): string | undefined {
  if (typeof given === 'string') return given.trim().normalize('NFC')
  return typeof given === 'number' || typeof given === 'boolean' ? String(given) : undefined
}

function isClean(text: string): boolean {
  return !/(?![\t\n\r])\p{Cc}/u.test(text)
}

function isTooLong(value: WireValue, limit: number | undefined): boolean {
  return limit !== undefined && (typeof value === 'string' || Array.isArray(value)) && value.length > limit
}

function tooLong(value: WireValue, limit: number | undefined): string {
  return Array.isArray(value) ? `có hơn ${limit} mục` : `dài hơn ${limit} ký tự`
}
