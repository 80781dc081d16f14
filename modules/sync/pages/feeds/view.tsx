import { Empty, formatNumber, Layout, Table, Tag, type Tone } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { Feed } from '../../feeds.ts'
import { words } from './text.ts'

const TONES: Readonly<Record<Feed['freshness'], Tone>> = { fresh: 'good', slow: 'due', silent: 'late' }

/** Kết nối: how each agency's system reports, for all to see. */
export function FeedsPage({ shell, feeds }: { readonly shell: Shell; readonly feeds: readonly Feed[] }) {
  const text = words[shell.lang]
  const { columns } = text
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {feeds.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={text.title}
            hidesCaption
            columns={[
              { head: columns.agency },
              { head: columns.last },
              { head: columns.items },
              { head: columns.lag },
              { head: columns.refused },
              { head: columns.irregular },
              { head: columns.repeated },
              { head: columns.late },
            ]}
            rows={feeds.map((feed) => [
              <span key="agency" lang="vi">
                {feed.agencyName}
              </span>,
              <span key="last">
                {formatMoment(feed.lastAt)}{' '}
                <Tag tone={TONES[feed.freshness]}>{text.freshness[feed.freshness]}</Tag>
              </span>,
              formatNumber(feed.items),
              feed.lagHours === undefined
                ? text.unknown
                : text.hours(formatNumber(Math.round(feed.lagHours * 10) / 10)),
              `${formatNumber(Math.round(feed.refusedShare * 1_000) / 10)} %`,
              formatNumber(feed.irregular),
              formatNumber(feed.repeated),
              formatNumber(feed.late),
            ])}
          />
          <p class="quiet">{text.meaning}</p>
        </>
      )}
      <p>
        {text.data}: <a href="/ket-noi/du-lieu.csv">CSV</a>, <a href="/api/v1/feeds">JSON</a>.{' '}
        <a href="/ket-noi/tai-lieu">{text.reference}</a>
      </p>
    </Layout>
  )
}
