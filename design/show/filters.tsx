import { useText } from '../language.tsx'
import { formatNumber } from '../number.ts'

export type ChipItem = { readonly text: string; readonly removeHref: string }

/** One filter that is on; following it takes the filter off. */
export function Chip({ text, removeHref }: ChipItem) {
  const words = useText()
  return (
    <a class="chip" href={removeHref}>
      <span class="hidden">{words.removeFilter} </span>
      {text}
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d="M3 3l10 10M13 3L3 13" />
      </svg>
    </a>
  )
}

/** The filters that are on, and a way out of all of them. */
export function Chips({ items, clearHref }: { items: readonly ChipItem[]; clearHref?: string }) {
  const words = useText()
  if (items.length === 0) return null
  return (
    <div class="chips">
      <span class="chips-title">{words.filtersOn}</span>
      {items.map((item) => (
        <Chip key={item.removeHref} {...item} />
      ))}
      {clearHref && items.length > 1 && <a href={clearHref}>{words.clearFilters}</a>}
    </div>
  )
}

export type FacetOption = {
  readonly text: string
  readonly href: string
  readonly count?: number | undefined
  readonly isChosen?: boolean | undefined
}

type FacetProps = {
  readonly title: string
  readonly options: readonly FacetOption[]
  readonly level?: 2 | 3 | 4 | undefined
  /** The rest of a long list, folded away. */
  readonly more?: { readonly text: string; readonly options: readonly FacetOption[] } | undefined
}

/** Bộ lọc as links with counts: each leads to the narrower list, and works without script. */
export function Facet({ title, options, more, level = 2 }: FacetProps) {
  const Heading = `h${level}` as const
  return (
    <section class="facet">
      <Heading class="facet-title">{title}</Heading>
      <FacetOptions options={options} />
      {more && more.options.length > 0 && (
        <details class="details">
          <summary>
            <span>{more.text}</span>
          </summary>
          <FacetOptions options={more.options} />
        </details>
      )}
    </section>
  )
}

function FacetOptions({ options }: { options: readonly FacetOption[] }) {
  return (
    <ul>
      {options.map((option) => (
        <li key={option.href}>
          <a href={option.href} aria-current={option.isChosen ? 'true' : undefined}>
            {option.text}
            {option.count !== undefined && <span class="facet-count"> {formatNumber(option.count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
