import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { errors } from 'oidc-provider'
import { Layout, Summary } from '#design'
import { PAGE_TYPE, pageText } from '#platform/html'
import { type Shell, shellOf } from '#platform/http'
import { askerOf } from './hand-over.ts'
import { words } from './problem-text.ts'

type Problem = 'refused' | 'over' | 'fault'

/** What a person sees when a request cannot even be answered to the application: there is no address to trust. */
export function showProblem(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  const request = askerOf(ctx.req)
  const shell = request ? shellOf(request) : { lang: 'vi' as const, path: '/' }
  ctx.set('cache-control', 'no-store')
  ctx.type = PAGE_TYPE
  ctx.body = pageText(<ProblemPage shell={shell} out={out} kind={kindOf(error, ctx.status)} />)
}

function kindOf(error: Error, status: number): Problem {
  if (error instanceof errors.SessionNotFound) return 'over'
  return status >= 500 ? 'fault' : 'refused'
}

function ProblemPage({ shell, out, kind }: { shell: Shell; out: ErrorOut; kind: Problem }) {
  const text = words[shell.lang]
  const { error, error_description: detail } = out
  return (
    <Layout shell={shell} title={text.title} hidesSearch>
      <h1>{text.title}</h1>
      <p class="lead">{{ refused: text.lead, over: text.over, fault: text.fault }[kind]}</p>
      <p>{text.tell}</p>
      <Summary
        rows={[
          { key: text.code, value: <span class="code">{error}</span> },
          ...(detail ? [{ key: text.detail, value: <span lang="en">{detail}</span> }] : []),
        ]}
      />
    </Layout>
  )
}
