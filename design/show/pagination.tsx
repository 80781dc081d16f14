import { useText } from '../language.tsx'

type Props = {
  readonly previousHref?: string | undefined
  readonly nextHref?: string | undefined
  /** "Kết quả 21 đến 40 trong 312". */
  readonly summary?: string | undefined
  /** Names the landmark, when a page has more than one. */
  readonly label?: string | undefined
}

/** Back and forth by keyset: there is no page 7, because the list may grow meanwhile. */
export function Pagination({ previousHref, nextHref, summary, label }: Props) {
  const text = useText()
  if (!previousHref && !nextHref && !summary) return null
  return (
    <nav class="pagination" aria-label={label ?? text.pages}>
      {previousHref && (
        <a class="pagination-previous" href={previousHref} rel="prev">
          {text.previous}
        </a>
      )}
      {summary && <p>{summary}</p>}
      {nextHref && (
        <a class="pagination-next" href={nextHref} rel="next">
          {text.next}
        </a>
      )}
    </nav>
  )
}
