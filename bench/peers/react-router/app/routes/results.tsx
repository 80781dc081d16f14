import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { findProcedures } from '../../portal/modules/catalogue/find-procedures.ts'
import { questionOf } from '../../portal/modules/catalogue/list-address.ts'
import { ResultsPage } from '../../portal/modules/catalogue/pages/results/view.tsx'
import { FACETS } from '../../portal/modules/catalogue/search/document.ts'
import { services } from '../../services.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, search } = await services()
  const question = questionOf(Object.fromEntries(new URL(request.url).searchParams))
  const found = await findProcedures({ db, search }, question)
  // A function cannot be sent to a browser: the names that the page needs go along with it.
  const names = Object.fromEntries(
    FACETS.flatMap((facet) =>
      found.facets[facet].map(({ value }) => [`${facet} ${value}`, search.nameOf(facet, value)]),
    ),
  )
  return { question, found, names }
}

export default function Results() {
  const { question, found, names } = useLoaderData<typeof loader>()
  const path = `/thu-tuc?q=${encodeURIComponent(question.q)}`
  return (
    <ResultsPage
      shell={{ lang: 'vi', path }}
      question={question}
      found={found}
      nameOf={(facet, value) => names[`${facet} ${value}`]}
    />
  )
}
