import { Button, Layout, PostForm, Summary } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import type { ActingFor } from '../../acting.ts'
import { words as terms } from '../../delegation-words.ts'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly token: string
  readonly acting: ActingFor
  readonly maySeeAccess: boolean
}

export function ActingPage({ shell, token, acting, maySeeAccess }: Props) {
  const { lang } = shell
  const text = words[lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      crumbs={[{ text: text.account, href: '/tai-khoan' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(acting.name)}</p>
      <Summary
        rows={[
          { key: text.as, value: terms[lang].kinds[acting.kind] },
          { key: text.procedures, value: acting.procedures.join(', ') || text.all },
          { key: text.until, value: formatMoment(acting.endsAt) },
        ]}
      />
      {maySeeAccess && (
        <p>
          <a href="/tai-khoan/ai-da-xem">{text.access}</a>
        </p>
      )}
      <PostForm action="/tai-khoan/lam-thay/thoi" token={token}>
        <Button>{text.stop}</Button>
      </PostForm>
    </Layout>
  )
}
