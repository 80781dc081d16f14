import type { ComponentChildren } from 'preact'
import type { Shell } from '#platform/http'
import { SearchBox } from '../forms/search-box.tsx'
import { SEARCH_PATH } from '../links.ts'
import { type DesignText, words } from '../text.ts'
import { Layout } from './layout.tsx'

export type ProblemStatus = keyof DesignText['problem']['kinds']

type Props = {
  readonly shell: Shell
  readonly status: ProblemStatus
  /** A refusal's own words, when they say more than the status does. */
  readonly lead?: string | undefined
  /** Mã sự cố: what the log knows this fault by. */
  readonly reference?: string | undefined
  /** What else to do next: near matches, a deadline that is extended. */
  readonly children?: ComponentChildren
}

/** A page for when there is no page: says what happened and what to do next. */
export function ProblemPage({ shell, status, lead, reference, children }: Props) {
  const text = words[shell.lang]
  const kind = text.problem.kinds[status]
  return (
    <Layout shell={shell} title={kind.title} hidesSearch={status === 404}>
      <div class="problem">
        <h1>{kind.title}</h1>
        <p class="lead">{lead ?? kind.lead}</p>
        {children}
        {status === 404 && <SearchBox action={SEARCH_PATH} label={text.problem.find} />}
        {reference && (
          <p class="problem-reference">
            {text.problem.reference}: <strong>{reference}</strong>
            <br />
            <span class="quiet">{text.problem.referenceHint}</span>
          </p>
        )}
        <p>
          <a href="/">{text.problem.home}</a>
        </p>
      </div>
    </Layout>
  )
}
