import { Details, Layout, SearchBox, Table } from '#design'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import { agencyAddress } from '../../agency.ts'
import type { ListedAgency } from '../../agency-list.ts'
import { nameIn } from '../../agency-words.ts'
import { Now } from './now.tsx'
import { words } from './text.ts'

export type AgencyGroups = {
  readonly ministries: readonly ListedAgency[]
  readonly otherCentral: readonly ListedAgency[]
  readonly provinces: readonly ListedAgency[]
  readonly dissolved: readonly ListedAgency[]
}

/** Nothing was asked yet: the whole state at a glance, from the ministries to what no longer exists. */
export function OverviewPage({ shell, groups }: { shell: Shell; groups: AgencyGroups }) {
  const text = words[shell.lang]
  return (
    <Layout
      hidesSearch
      shell={shell}
      title={text.title}
      description={text.description}
      crumbs={[{ text: text.title }]}
    >
      <h1>{text.title}</h1>
      <SearchBox
        id="agency-search"
        action="/co-quan"
        label={text.search}
        hint={text.hint}
        suggest={false}
        size="large"
      />
      <h2>{text.ministries}</h2>
      <Names agencies={groups.ministries} lang={shell.lang} />
      <h2>{text.provinces}</h2>
      <p>{text.provincesLead}</p>
      <Names agencies={groups.provinces} lang={shell.lang} titleOf={placeOf} />
      <h2>{text.otherCentral}</h2>
      <Names agencies={groups.otherCentral} lang={shell.lang} />
      <h2>{text.dissolved}</h2>
      <p>{text.dissolvedLead}</p>
      <Details summary={text.dissolvedOpen(groups.dissolved.length)}>
        <Dissolved agencies={groups.dissolved} lang={shell.lang} />
      </Details>
    </Layout>
  )
}

type NamesProps = {
  readonly agencies: readonly ListedAgency[]
  readonly lang: Lang
  readonly titleOf?: (lang: Lang, agency: ListedAgency) => string
}

function Names({ agencies, lang, titleOf = nameIn }: NamesProps) {
  return (
    <ul class="index-list">
      {agencies.map((agency) => (
        <li key={agency.handle}>
          <a href={agencyAddress(agency.handle)}>{titleOf(lang, agency)}</a>{' '}
          <span class="quiet code">{agency.code}</span>
        </li>
      ))}
    </ul>
  )
}

/** The place alone, where the heading above says already that its people's committee is meant. */
function placeOf(lang: Lang, agency: ListedAgency): string {
  const place = nameIn(lang, agency).replace(/^(Ủy ban nhân dân|People's Committee of) /, '')
  return place.slice(0, 1).toUpperCase() + place.slice(1)
}

function Dissolved({ agencies, lang }: { agencies: readonly ListedAgency[]; lang: Lang }) {
  const text = words[lang]
  return (
    <Table
      caption={text.dissolved}
      hidesCaption
      columns={[{ head: text.columns.agency }, { head: text.columns.code }, { head: text.columns.now }]}
      rows={agencies.map((agency) => [
        <a key="name" href={agencyAddress(agency.handle)}>
          {nameIn(lang, agency)}
        </a>,
        agency.code,
        <Now key="now" successors={agency.presentSuccessors} lang={lang} />,
      ])}
    />
  )
}
