import { Card, Grid } from '#design'
import type { Lang } from '#platform/lang'
import type { LifeEventPage } from '../../queries/life-events.ts'

/** Life events side by side, each a door into its procedures. */
export function LifeEventCards({ events, lang }: { events: readonly LifeEventPage[]; lang: Lang }) {
  return (
    <Grid>
      {events.map(({ slug, name, summary }) => (
        <Card key={slug} title={name[lang]} href={`/su-kien/${slug}`}>
          <p>{summary[lang]}</p>
        </Card>
      ))}
    </Grid>
  )
}
