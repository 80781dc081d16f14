import { Columns, Details, Grid, Layout, Notice, Summary } from '#design'
import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/civil-date-text'
import type { WorkCalendar } from '#kernel/working-time-calendar'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import { type Agency, type AgencyBrief, agencyAddress } from '../../agency.ts'
import { nameIn } from '../../agency-words.ts'
import { Contacts } from './contacts.tsx'
import { AgencyLink, facts } from './facts.tsx'
import { History } from './history.tsx'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly agency: Agency
  readonly childAgencies: readonly AgencyBrief[]
  /** Absent for an agency that no longer works. */
  readonly calendar: WorkCalendar | undefined
  readonly today: CivilDate
}

export function AgencyPage({ shell, agency, childAgencies, calendar, today }: Props) {
  const { lang } = shell
  const text = words[lang]
  const name = nameIn(lang, agency)
  return (
    <Layout
      shell={shell}
      title={name}
      description={text.description(name)}
      crumbs={[{ text: text.agencies, href: '/co-quan' }, ...above(agency, lang), { text: name }]}
    >
      <h1>{name}</h1>
      {lang !== 'vi' && (
        <p class="lead" lang="vi">
          {agency.name}
        </p>
      )}
      <Dissolved agency={agency} lang={lang} />
      <Columns
        asideLabel={text.contact}
        aside={<Contacts agency={agency} calendar={calendar} today={today} lang={lang} />}
      >
        <h2>{text.facts}</h2>
        <Summary rows={facts(agency, lang)} />
        <Procedures agency={agency} lang={lang} />
        <Below agency={agency} childAgencies={childAgencies} lang={lang} />
        <History agency={agency} lang={lang} />
      </Columns>
    </Layout>
  )
}

function above({ parent }: Agency, lang: Lang) {
  return parent ? [{ text: nameIn(lang, parent), href: agencyAddress(parent.handle) }] : []
}

function Dissolved({ agency, lang }: { agency: Agency; lang: Lang }) {
  const text = words[lang]
  if (!agency.dissolvedOn) return null
  const whole = agency.presentSuccessors.filter(({ takesAll }) => takesAll)
  const parts = agency.presentSuccessors.filter(({ takesAll }) => !takesAll)
  return (
    <Notice kind="warning" title={text.dissolvedOn(formatDate(agency.dissolvedOn))}>
      <Named title={text.now} agencies={whole.map((successor) => successor.agency)} lang={lang} />
      <Named title={text.parts} agencies={parts.map((successor) => successor.agency)} lang={lang} />
    </Notice>
  )
}

function Named({ title, agencies, lang }: { title: string; agencies: readonly AgencyBrief[]; lang: Lang }) {
  if (agencies.length === 0) return null
  return (
    <p>
      {title}{' '}
      {agencies.map((agency, at) => (
        <span key={agency.handle}>
          {at > 0 && '; '}
          <AgencyLink agency={agency} lang={lang} />
        </span>
      ))}
    </p>
  )
}

function Procedures({ agency, lang }: { agency: Agency; lang: Lang }) {
  const text = words[lang]
  const { code, kind, level } = agency
  const isCommittee = kind === 'provincial_committee' || kind === 'commune_committee'
  if (!code && !isCommittee) return null
  return (
    <>
      <h2>{text.procedures}</h2>
      <ul>
        {code && (
          <li>
            <a href={`/thu-tuc?co-quan=${code}`}>{text.ownProcedures}</a>
          </li>
        )}
        {isCommittee && (
          <li>
            <a href={`/thu-tuc?cap=${level === 'commune' ? 'xa' : 'tinh'}`}>{text.levelProcedures[level]}</a>
          </li>
        )}
      </ul>
    </>
  )
}

function Below({
  agency,
  childAgencies,
  lang,
}: {
  agency: Agency
  childAgencies: readonly AgencyBrief[]
  lang: Lang
}) {
  const text = words[lang]
  if (childAgencies.length === 0) return null
  const communes = childAgencies.filter(({ kind }) => kind === 'commune_committee')
  const others = childAgencies.filter(({ kind }) => kind !== 'commune_committee')
  return (
    <>
      <h2>{text.children}</h2>
      <ul>
        {others.map((child) => (
          <li key={child.handle}>
            <AgencyLink agency={child} lang={lang} />
          </li>
        ))}
      </ul>
      {communes.length > 0 && (
        <Details summary={text.communes(communes.length)}>
          <Grid size="small">
            {communes.map((child) => (
              <AgencyLink key={child.handle} agency={child} lang={lang} />
            ))}
          </Grid>
        </Details>
      )}
      <p>
        <a href={`/co-quan?thuoc=${agency.handle}`}>{text.allChildren}</a>
      </p>
    </>
  )
}
