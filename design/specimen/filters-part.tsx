import { Columns } from '../page/columns.tsx'
import { Chip, Chips, Facet } from '../show/filters.tsx'
import { Pagination } from '../show/pagination.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

const COUNTS = [1284, 310, 42, 0]

export function FiltersPart({ text }: PartProps) {
  const words = text.filters
  const options = words.facetItems.map((name, at) => ({
    text: name,
    href: `#loc-${at}`,
    count: COUNTS[at] ?? 0,
    isChosen: at === 1,
  }))
  return (
    <>
      <Sample name={words.chipsTitle}>
        <Chips
          items={words.chipItems.map((name, at) => ({ text: name, removeHref: `#bo-loc-${at}` }))}
          clearHref="#bo-loc"
        />
      </Sample>
      <Sample name={words.chipTitle}>
        <p>
          <Chip text={words.chipItems[0] ?? ''} removeHref="#bo-loc" />
        </p>
      </Sample>
      <Sample name={words.facetTitle}>
        <Columns
          asideLabel={words.facetTitle}
          aside={
            <Facet
              level={4}
              title={words.facet}
              options={options}
              more={{ text: words.facetMore, options }}
            />
          }
        >
          <p>{text.tokens.measureText}</p>
        </Columns>
      </Sample>
      <Sample name={words.pagination}>
        <Pagination previousHref="#bo-loc" nextHref="#bo-loc" summary={words.page} label={words.pagination} />
        <Pagination nextHref="#bo-loc" label={`${words.pagination} 2`} />
      </Sample>
    </>
  )
}
