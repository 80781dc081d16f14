import { Button, Layout, Summary } from '#design'
import { formatTime } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { KeptAnswers } from '../../kept-answers.ts'
import { words } from './text.ts'

type Props = { readonly shell: Shell; readonly kept: KeptAnswers; readonly formToken: string }

/** The form that had lost its session, ready to be sent again with one press. */
export function ContinuePage({ shell, kept, formToken }: Props) {
  const text = words[shell.lang]
  const count = text.kept(kept.fields.length, formatTime(kept.keptAt), formatTime(kept.keepUntil))
  return (
    <Layout shell={shell} title={text.title} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{count}</p>
      <Summary rows={[{ key: text.where, value: kept.path.split('?')[0] }]} />
      <form method="post" action={kept.path}>
        <input type="hidden" name="_csrf" value={formToken} />
        {kept.fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <Button>{text.button}</Button>
      </form>
      <p>
        <a href="/">{text.drop}</a>
      </p>
    </Layout>
  )
}
