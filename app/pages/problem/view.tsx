import { Layout } from '#design'
import type { Shell } from '#platform/http'
import type { Problem } from '../../problems.ts'
import { en, vi } from './text.ts'

const WORDS = { vi, en }

type Props = { shell: Shell; problem: Problem; reference: string | undefined }

/** What a person sees when something is wrong: what happened, what is safe, what to do next. */
export function ProblemPage({ shell, problem, reference }: Props) {
  const text = WORDS[shell.lang]
  const title = text.titles[problem.status] ?? problem.title
  const near = nearOf(problem)
  return (
    <Layout shell={shell} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {problem.title !== title && <p class="govuk-body-l">{problem.title}</p>}
      {problem.status === 404 && <p class="govuk-body">{text.notFoundWhy}</p>}
      {problem.status >= 500 && (
        <>
          <p class="govuk-body">{text.faultWhy}</p>
          <p class="govuk-body">{text.retryLater}</p>
        </>
      )}
      {reference && (
        <p class="govuk-body">
          {text.reference} <strong class="tabular">{reference}</strong>
        </p>
      )}
      {problem.errors && (
        <>
          <h2 class="govuk-heading-m">{text.fields}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {problem.errors.map(({ field, message }) => (
              <li key={field}>
                {field}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {near.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{text.nearby}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {near.map(({ href, words }) => (
              <li key={href}>
                <a class="govuk-link" href={href}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">{text.next}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {text.links.map(({ text: words, href }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

/** Near matches come as `href|words` in the refusal's details. */
function nearOf({ details }: Problem): { href: string; words: string }[] {
  const near = details?.['near']
  if (!Array.isArray(near)) return []
  return near.map((item: string) => {
    const [href = '/', ...words] = item.split('|')
    return { href, words: words.join('|') }
  })
}
