import { Layout, LinkButton } from '#design'
import type { Shell } from '#platform/http'
import type { Organization, Person } from '../../account.ts'
import { AccountData } from '../account/data.tsx'
import { words } from './text.ts'

type Props = { readonly shell: Shell; readonly holder: Person | Organization; readonly back: string }

/** What the new account holds and where it came from, before anything is done with it. */
export function FirstSignInPage({ shell, holder, back }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.check}</h2>
      <AccountData holder={holder} lang={shell.lang} />
      <p>{text.wrong}</p>
      <p>{text.use}</p>
      <p>
        <LinkButton href={back === '/' ? '/tai-khoan' : back}>{text.goOn}</LinkButton>
      </p>
    </Layout>
  )
}
