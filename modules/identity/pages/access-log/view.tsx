import { Details, Empty, Layout, Pagination, Table } from '#design'
import { formatMoment, isoMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { AccessEntry, AccessPage } from '../../access-log-list.ts'
import { words as terms } from '../../access-log-words.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly page: AccessPage
  /** Whether names of officials are shown beside their posts: a policy of the installation. */
  readonly showsNames: boolean
}

export function AccessLogPage({ shell, page, showsNames }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      description={text.description}
      crumbs={[{ text: text.account, href: '/tai-khoan' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      <p class="lead">{shell.actingFor === undefined ? text.lead : text.leadFor(shell.actingFor)}</p>
      {page.entries.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneMore}</p>
        </Empty>
      ) : (
        <Entries shell={shell} entries={page.entries} showsNames={showsNames} />
      )}
      <Pagination nextHref={nextHref(page)} />
      {!showsNames && <p class="quiet">{text.names}</p>}
      <p>
        {text.doubt} <a href="/lien-he">{text.doubtLink}</a>
      </p>
      <Details summary={text.sure}>
        <p>{text.sureText}</p>
      </Details>
    </Layout>
  )
}

function nextHref({ nextBefore }: AccessPage): string | undefined {
  return nextBefore === undefined ? undefined : `/tai-khoan/ai-da-xem?truoc=${nextBefore}`
}

type EntriesProps = Pick<Props, 'shell' | 'showsNames'> & { readonly entries: readonly AccessEntry[] }

function Entries({ shell: { lang }, entries, showsNames }: EntriesProps) {
  const text = words[lang]
  return (
    <Table
      caption={text.caption}
      columns={[{ head: text.when }, { head: text.who }, { head: text.data }, { head: text.why }]}
      rows={entries.map((entry) => [
        <time key="when" datetime={isoMoment(entry.at)}>
          {formatMoment(entry.at)}
        </time>,
        <Who key="who" lang={lang} entry={entry} showsNames={showsNames} />,
        entry.data.map((group) => terms[lang].data[group] ?? group).join('; '),
        <Why key="why" lang={lang} entry={entry} />,
      ])}
    />
  )
}

type EntryProps = { readonly lang: Shell['lang']; readonly entry: AccessEntry }

function Who({ lang, entry, showsNames }: EntryProps & { readonly showsNames: boolean }) {
  const text = words[lang]
  const agency = entry.agencyName?.[lang] ?? entry.agency
  switch (entry.readerKind) {
    case 'official':
      return (
        <div>
          {showsNames && entry.readerName && `${entry.readerName}, `}
          <span lang="vi">{entry.post}</span>
          <br />
          {agency}
        </div>
      )
    case 'agency':
      return (
        <div>
          {text.system}
          <br />
          {agency}
        </div>
      )
    case 'acting':
      return (
        <div>
          {text.acting}
          <br />
          <span lang="vi">{entry.readerName}</span>
        </div>
      )
  }
}

function Why({ lang, entry }: EntryProps) {
  const text = words[lang]
  const purpose = terms[lang].purposes[entry.purpose]
  return (
    <div>
      {purpose?.what ?? entry.purpose}
      {entry.dossierCode && (
        <>
          <br />
          {text.dossier} <span class="code">{entry.dossierCode}</span>
        </>
      )}
      {purpose && (
        <>
          <br />
          <span class="quiet">
            {text.basis} {purpose.basis}
          </span>
        </>
      )}
    </div>
  )
}
