import { Layout, LinkButton, Notice } from '#design'
import type { Shell } from '#platform/http'
import { words } from './text.ts'

type Props = { readonly shell: Shell; readonly codes: readonly string[]; readonly next: string }

/** Mã khôi phục, on the one page that ever shows them. */
export function RecoveryCodesPage({ shell, codes, next }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.codesTitle} crumbs={[{ text: text.codesTitle }]}>
      <h1>{text.codesTitle}</h1>
      <p class="lead">{text.codesLead}</p>
      <Notice kind="warning" title={text.codesOnce}>
        <p>{text.codesKeep}</p>
      </Notice>
      <ul aria-label={text.codesList}>
        {codes.map((code) => (
          <li key={code}>
            <span class="code">{code}</span>
          </li>
        ))}
      </ul>
      <LinkButton href={next}>{text.codesDone}</LinkButton>
    </Layout>
  )
}
