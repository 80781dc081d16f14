import { findProcedures } from '../../portal/modules/catalogue/find-procedures.ts'
import { questionOf } from '../../portal/modules/catalogue/list-address.ts'
import { ResultsPage } from '../../portal/modules/catalogue/pages/results/view.tsx'
import { services } from '../../services.ts'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const params = await searchParams
  const { db, search } = await services()
  const question = questionOf(params)
  const found = await findProcedures({ db, search }, question)
  const path = `/thu-tuc?q=${encodeURIComponent(question.q)}`
  return (
    <ResultsPage shell={{ lang: 'vi', path }} question={question} found={found} nameOf={search.nameOf} />
  )
}
