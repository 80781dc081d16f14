import { InsetText, Layout, LinkButton } from '#design'
import type { Shell } from '#platform/http'
import { words as accountWords } from '../account/text.ts'
import { words } from './text.ts'

export function ExportPage({ shell, address }: { shell: Shell; address: string }) {
  const text = words[shell.lang]
  const crumbs = [{ text: accountWords[shell.lang].title, href: '/tai-khoan' }, { text: text.title }]
  return (
    <Layout shell={shell} title={text.title} crumbs={crumbs}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.what}</h2>
      <ul>
        {text.parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <InsetText>{text.care}</InsetText>
      <p>
        <LinkButton href={address}>{text.button}</LinkButton>
      </p>
    </Layout>
  )
}
