import { Button, ButtonRow, Layout, PostForm } from '#design'
import type { Shell } from '#platform/http'
import { words } from './text.ts'

type Props = {
  readonly shell: Shell
  readonly csrf: string
  readonly name: string | undefined
  readonly kept: Readonly<Record<string, string | undefined>>
}

/** Nobody else's page signs somebody out unasked: without a token that proves whom it is about, the person decides. */
export function AgencySignOutPage({ shell, csrf, name, kept }: Props) {
  const text = words[shell.lang]
  return (
    <Layout shell={shell} title={text.title} hidesSearch>
      <h1>{text.title}</h1>
      <p class="lead">{name ? text.lead(name) : text.leadUnknown}</p>
      <p>{text.what}</p>
      <PostForm action="/oidc/logout/xac-nhan" token={csrf} kept={kept}>
        <ButtonRow>
          <Button name="tra-loi" value="dang-xuat">
            {text.yes}
          </Button>
          <Button name="tra-loi" value="o-lai" kind="secondary">
            {text.no}
          </Button>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
