import { Layout, ProblemPage, type ProblemStatus } from '#design'
import type { Shell } from '#platform/http'
import type { Problem } from '../../problems.ts'
import { en, vi } from './text.ts'

const WORDS = { vi, en }
const PAGES: readonly number[] = [403, 404, 429, 500, 503] satisfies readonly ProblemStatus[]

type Props = { shell: Shell; problem: Problem; reference: string | undefined }

/** What a person sees when something is wrong: what happened, what is safe, what to do next. */
export function ProblemView({ shell, problem, reference }: Props) {
  if (!isPage(problem.status)) return <OtherProblem shell={shell} problem={problem} />

  const isRefusal = !problem.code.startsWith('http.')
  return (
    <ProblemPage
      shell={shell}
      status={problem.status}
      lead={isRefusal ? problem.title : undefined}
      reference={reference}
    >
      <NextSteps shell={shell} problem={problem} />
    </ProblemPage>
  )
}

function OtherProblem({ shell, problem }: Pick<Props, 'shell' | 'problem'>) {
  const text = WORDS[shell.lang]
  return (
    <Layout shell={shell} title={text.otherTitle} hasErrors>
      <h1>{text.otherTitle}</h1>
      <p class="lead">{problem.title}</p>
      {problem.errors && (
        <>
          <h2>{text.fields}</h2>
          <ul>
            {problem.errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <NextSteps shell={shell} problem={problem} />
    </Layout>
  )
}

function NextSteps({ shell, problem }: Pick<Props, 'shell' | 'problem'>) {
  const text = WORDS[shell.lang]
  const near = nearOf(problem)
  return (
    <>
      {problem.status >= 500 && <p>{text.deadline}</p>}
      {near.length > 0 && <Links title={text.nearby} links={near} />}
      <Links title={text.next} links={text.links} />
    </>
  )
}

function Links({ title, links }: { title: string; links: readonly { text: string; href: string }[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {links.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Near matches come in a refusal's details as `address words`, one text each. */
function nearOf({ details }: Problem): { href: string; text: string }[] {
  const near = details?.['near']
  if (!Array.isArray(near)) return []
  return near.map((item: string) => {
    const at = item.indexOf(' ')
    return { href: item.slice(0, at), text: item.slice(at + 1) }
  })
}

function isPage(status: number): status is ProblemStatus {
  return PAGES.includes(status)
}
