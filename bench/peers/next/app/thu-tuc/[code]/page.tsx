import { notFound } from 'next/navigation'
import { ProcedurePage } from '../../../portal/modules/catalogue/pages/procedure/view.tsx'
import { listRevisions, readLines, readProcedure } from '../../../portal/modules/catalogue/queries/procedures.ts'
import { services } from '../../../services.ts'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { db } = await services()
  const procedure = await readProcedure(db, code)
  if (!procedure) notFound()
  const { content, effectiveOn } = procedure
  const revisions = await listRevisions(db, code)
  const wanted = [...content.related, ...content.linked]
  const related = wanted.length > 0 ? await readLines(db, wanted) : []
  return (
    <ProcedurePage
      shell={{ lang: 'vi', path: `/thu-tuc/${code}` }}
      procedure={procedure}
      revisions={revisions}
      related={related}
      place={{ kind: 'unasked' }}
      url={`${process.env['PUBLIC_URL']}/thu-tuc/${code}`}
      today={effectiveOn}
    />
  )
}
