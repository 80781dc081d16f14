import { FACETS, type Facet, type FacetCounts, type SearchDocument, type SearchFilters } from './document.ts'

/** The values of one dimension: those of document `d` lie in `values` from `offsets[d]` to `offsets[d + 1]`. */
type Column = {
  readonly facet: Facet
  readonly names: readonly string[]
  readonly ids: ReadonlyMap<string, number>
  readonly offsets: Uint32Array
  readonly values: Uint16Array
}

export type FacetColumns = readonly Column[]

/** For each dimension which of its values are wanted; absent when the dimension is open. */
export type FilterMasks = readonly (Uint8Array | undefined)[]

const VALUES_OF: { readonly [facet in Facet]: (document: SearchDocument) => readonly string[] } = {
  field: ({ fieldSlug }) => [fieldSlug],
  owner: ({ ownerCode }) => [ownerCode],
  level: ({ levels }) => levels,
  subject: ({ subjects }) => subjects,
  onlineLevel: ({ onlineLevel }) => [onlineLevel],
  lifeEvent: ({ lifeEvents }) => lifeEvents,
}

export function buildColumns(documents: readonly SearchDocument[]): FacetColumns {
  return FACETS.map((facet) => {
    const names: string[] = []
    const ids = new Map<string, number>()
    const offsets = new Uint32Array(documents.length + 1)
    const values: number[] = []
    for (const [document, source] of documents.entries()) {
      for (const name of new Set(VALUES_OF[facet](source))) {
        if (!ids.has(name)) ids.set(name, names.push(name) - 1)
        values.push(ids.get(name) ?? 0)
      }
      offsets[document + 1] = values.length
    }
    return { facet, names, ids, offsets, values: Uint16Array.from(values) }
  })
}

/** A value that no document has leaves a mask of zeros: nothing passes. An empty list leaves the dimension open. */
export function masksOf(columns: FacetColumns, filters: SearchFilters): FilterMasks {
  return columns.map(({ facet, names, ids }) => {
    const wanted = filters[facet]
    if (!wanted || wanted.length === 0) return undefined
    const mask = new Uint8Array(names.length)
    for (const value of wanted) {
      const id = ids.get(value)
      if (id !== undefined) mask[id] = 1
    }
    return mask
  })
}

/** Which dimension refuses the document: -1 none, its number when exactly one does, `FACETS.length` when several do. */
export function refusingDimension(columns: FacetColumns, masks: FilterMasks, document: number): number {
  let refusing = -1
  for (let dimension = 0; dimension < columns.length; dimension += 1) {
    const mask = masks[dimension]
    const column = columns[dimension]
    if (!mask || !column || holdsAny(column, mask, document)) continue
    if (refusing >= 0) return FACETS.length
    refusing = dimension
  }
  return refusing
}

function holdsAny({ offsets, values }: Column, mask: Uint8Array, document: number): boolean {
  const end = offsets[document + 1] ?? 0
  for (let at = offsets[document] ?? 0; at < end; at += 1) if (mask[values[at] ?? 0] === 1) return true
  return false
}

/** Counts the values of documents that pass, and those of documents that only the value's own dimension refuses. */
export function countFacets(columns: FacetColumns) {
  const counts = columns.map(({ names }) => new Uint32Array(names.length))

  function add(document: number, refusing: number): void {
    for (let dimension = 0; dimension < columns.length; dimension += 1) {
      if (refusing >= 0 && refusing !== dimension) continue
      const column = columns[dimension]
      const count = counts[dimension]
      if (!column || !count) continue
      const end = column.offsets[document + 1] ?? 0
      for (let at = column.offsets[document] ?? 0; at < end; at += 1) {
        const value = column.values[at] ?? 0
        count[value] = (count[value] ?? 0) + 1
      }
    }
  }

  const listed = (facet: Facet) => {
    const dimension = FACETS.indexOf(facet)
    const names = columns[dimension]?.names ?? []
    const found: FacetCounts[Facet][number][] = []
    counts[dimension]?.forEach((count, id) => {
      if (count > 0) found.push({ value: names[id] ?? '', count })
    })
    return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }

  function result(): FacetCounts {
    return {
      field: listed('field'),
      owner: listed('owner'),
      level: listed('level'),
      subject: listed('subject'),
      onlineLevel: listed('onlineLevel'),
      lifeEvent: listed('lifeEvent'),
    }
  }

  return { add, result }
}
