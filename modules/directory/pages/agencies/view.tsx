import { Chips, Columns, Empty, Facet, Layout, Pagination, Result, ResultList, SearchBox, Tag } from '#design'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import { AGENCY_KINDS, AGENCY_STATUSES, type AgencyBrief, agencyAddress } from '../../agency.ts'
import type { AgencyPage, ListedAgency } from '../../agency-list.ts'
import { AGENCY_LEVEL_WORDS, KIND_WORDS, nameIn, STATUS_WORDS } from '../../agency-words.ts'
import { addressOf, keptParams, type ListQuestion } from './address.ts'
import { Now } from './now.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly question: ListQuestion
  readonly page: AgencyPage
  readonly total: number
  readonly parent: AgencyBrief | undefined
  readonly near: readonly AgencyBrief[]
}

export function AgencyResultsPage({ shell, question, page, total, parent, near }: Props) {
  const { lang } = shell
  const text = words[lang]
  const title = question.q ? text.titleOf(question.q) : text.title
  return (
    <Layout
      hidesSearch
      shell={shell}
      title={title}
      description={text.description}
      crumbs={[{ text: text.title, href: '/co-quan' }, { text: text.results }]}
    >
      <h1>{title}</h1>
      <SearchAgain question={question} lang={lang} />
      <FiltersOn question={question} parent={parent} lang={lang} />
      {total === 0 ? (
        <NothingFound near={near} lang={lang} />
      ) : (
        <Columns asideLabel={text.filters} aside={<Filters question={question} lang={lang} />}>
          <p class="quiet" role="status">
            {text.found(total.toLocaleString(lang))}
          </p>
          <ResultList>
            {page.agencies.map((agency) => (
              <Result key={agency.code} {...resultOf(agency, lang)} />
            ))}
          </ResultList>
          <Pagination nextHref={page.nextCursor && addressOf(question, page.nextCursor)} />
        </Columns>
      )}
    </Layout>
  )
}

function SearchAgain({ question, lang }: { question: ListQuestion; lang: Lang }) {
  const text = words[lang]
  return (
    <SearchBox
      id="agency-search"
      action="/co-quan"
      label={text.search}
      hint={text.hint}
      value={question.q}
      suggest={false}
      size="large"
    >
      {keptParams(question).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </SearchBox>
  )
}

function FiltersOn({
  question,
  parent,
  lang,
}: {
  question: ListQuestion
  parent: AgencyBrief | undefined
  lang: Lang
}) {
  const text = words[lang]
  const { kinds = [], level, status, parent: under, ...rest } = question
  const chips = [
    ...kinds.map((kind) => ({
      text: KIND_WORDS[lang][kind],
      removeHref: addressOf({ ...question, kinds: [] }),
    })),
    ...(level
      ? [{ text: AGENCY_LEVEL_WORDS[lang][level], removeHref: addressOf(without(question, 'level')) }]
      : []),
    ...(status
      ? [{ text: STATUS_WORDS[lang][status], removeHref: addressOf(without(question, 'status')) }]
      : []),
    ...(under
      ? [
          {
            text: `${text.under}: ${parent ? nameIn(lang, parent) : under}`,
            removeHref: addressOf(without(question, 'parent')),
          },
        ]
      : []),
  ]
  return <Chips items={chips} clearHref={addressOf(rest)} />
}

function Filters({ question, lang }: { question: ListQuestion; lang: Lang }) {
  const text = words[lang]
  return (
    <>
      <Facet
        title={text.kind}
        options={AGENCY_KINDS.map((kind) => {
          const isChosen = question.kinds?.includes(kind) ?? false
          return {
            text: KIND_WORDS[lang][kind],
            href: addressOf({ ...question, kinds: isChosen ? [] : [kind] }),
            isChosen,
          }
        })}
      />
      <Facet
        title={text.status}
        options={AGENCY_STATUSES.map((status) => {
          const isChosen = question.status === status
          return {
            text: STATUS_WORDS[lang][status],
            href: addressOf(isChosen ? without(question, 'status') : { ...question, status }),
            isChosen,
          }
        })}
      />
    </>
  )
}

function without(question: ListQuestion, filter: 'level' | 'status' | 'parent'): ListQuestion {
  const { [filter]: _, ...rest } = question
  return rest
}

function resultOf(agency: ListedAgency, lang: Lang) {
  const { code, kind, parentName, parentNameEn, status, presentSuccessors } = agency
  const above = lang === 'vi' ? parentName : parentNameEn
  return {
    title: nameIn(lang, agency),
    href: agencyAddress(agency.handle),
    meta: [code, KIND_WORDS[lang][kind], above].filter((part) => part !== undefined).join(' · '),
    children: status === 'dissolved' && (
      <p>
        <Tag>{STATUS_WORDS[lang][status]}</Tag> {words[lang].now}:{' '}
        <Now successors={presentSuccessors} lang={lang} />
      </p>
    ),
  }
}

function NothingFound({ near, lang }: { near: readonly AgencyBrief[]; lang: Lang }) {
  const text = words[lang]
  return (
    <Empty title={text.none}>
      <p>{text.noneWhy}</p>
      {near.length > 0 && (
        <>
          <h2>{text.near}</h2>
          <ul>
            {near.map((agency) => (
              <li key={agency.handle}>
                <a href={agencyAddress(agency.handle)}>{nameIn(lang, agency)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/co-quan">{text.all}</a>
      </p>
      <p>
        <a href="/don-vi-hanh-chinh">{text.unitFinder}</a>
      </p>
    </Empty>
  )
}
