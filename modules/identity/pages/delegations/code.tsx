import { InsetText, Layout } from '#design'
import { formatMoment } from '#kernel/civil-date-text'
import type { Shell } from '#platform/http'
import { words } from './text.ts'

type Props = { readonly shell: Shell; readonly code: string; readonly until: Date }

/** A code, shown this once. */
export function ContactCodePage({ shell, code, until }: Props) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.code.title}
      crumbs={[
        { text: text.account, href: '/tai-khoan' },
        { text: text.title, href: '/tai-khoan/uy-quyen' },
        { text: text.code.title },
      ]}
    >
      <h1>{text.code.title}</h1>
      <p class="lead">{text.code.lead}</p>
      <InsetText>
        <p class="code">{code}</p>
      </InsetText>
      <p>{text.code.until(formatMoment(until))}</p>
      <p>
        <a href="/tai-khoan/uy-quyen">{text.code.back}</a>
      </p>
    </Layout>
  )
}
