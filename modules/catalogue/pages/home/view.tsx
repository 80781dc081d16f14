import { Button, Card, Columns, Figure, Grid, Hero, Layout, Notice, SearchBox, TextInput } from '#design'
import type { Shell } from '#platform/http'
import type { Lang } from '#platform/lang'
import type { LifeEventPage } from '../../queries/life-events.ts'
import type { CatalogueFigures, ProcedureLine } from '../../queries/procedures.ts'
import { LifeEventCards } from '../life-events/cards.tsx'
import { en, vi } from './text.ts'

const WORDS = { vi, en }
const SHOWN_EVENTS = { citizen: 6, business: 3 }

type Figures = CatalogueFigures & { readonly communes: number }

type Props = {
  readonly shell: Shell
  readonly events: readonly LifeEventPage[]
  readonly mostUsed: readonly ProcedureLine[]
  readonly figures: Figures
  readonly asOf: string
}

export function HomePage({ shell, events, mostUsed, figures, asOf }: Props) {
  const text = WORDS[shell.lang]
  return (
    <Layout shell={shell} title={text.title} description={text.description} hidesSearch>
      <Hero title={text.title} lead={text.lead}>
        <SearchBox
          action="/thu-tuc"
          label={text.search}
          hint={text.hint}
          size="large"
          buttonText={text.find}
        />
      </Hero>
      {figures.procedures === 0 && <Notice kind="warning">{text.empty}</Notice>}
      <Columns asideLabel={text.track} aside={<TrackBox lang={shell.lang} />}>
        <h2>{text.mostUsed}</h2>
        <ul class="index-list index-list--brief" lang="vi">
          {mostUsed.map(({ code, name }) => (
            <li key={code}>
              <a href={`/thu-tuc/${code}`}>{name}</a>
            </li>
          ))}
        </ul>
        <p class="quiet">{text.basisViews}</p>
      </Columns>
      {(['citizen', 'business'] as const).map((audience) => (
        <section key={audience}>
          <h2>{text[audience]}</h2>
          <LifeEventCards
            events={events.filter((event) => event.audience === audience).slice(0, SHOWN_EVENTS[audience])}
            lang={shell.lang}
          />
        </section>
      ))}
      <p>
        <a href="/su-kien">{text.allEvents}</a>
      </p>
      <section>
        <h2>{text.more}</h2>
        <Grid>
          {text.ways.map((way) => (
            <Card key={way.href} title={way.title} href={way.href}>
              <p>{way.text}</p>
            </Card>
          ))}
        </Grid>
      </section>
      <LiveFigures figures={figures} asOf={asOf} lang={shell.lang} />
    </Layout>
  )
}

function TrackBox({ lang }: { lang: Lang }) {
  const text = WORDS[lang]
  return (
    <Card title={text.track} level={2}>
      <form method="get" action="/tra-cuu" novalidate>
        <TextInput
          name="ma"
          label={text.trackLabel}
          hint={text.trackHint}
          autocomplete="off"
          maxLength={64}
        />
        <Button kind="secondary">{text.trackButton}</Button>
      </form>
    </Card>
  )
}

function LiveFigures({ figures, asOf, lang }: { figures: Figures; asOf: string; lang: Lang }) {
  const text = WORDS[lang]
  const shown = (count: number) => count.toLocaleString('vi-VN')
  return (
    <section>
      <h2>{text.figures}</h2>
      <p>{text.figuresBasis(asOf)}</p>
      <Grid size="small">
        <Figure value={shown(figures.procedures)} label={text.procedures} href="/thu-tuc" />
        <Figure value={shown(figures.online)} label={text.online} />
        <Figure value={shown(figures.fields)} label={text.fields} href="/linh-vuc" />
        <Figure value={shown(figures.communes)} label={text.communes} href="/don-vi-hanh-chinh" />
      </Grid>
    </section>
  )
}
