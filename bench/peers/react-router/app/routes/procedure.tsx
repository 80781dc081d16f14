import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ProcedurePage } from '../../portal/modules/catalogue/pages/procedure/view.tsx'
import { listRevisions, readLines, readProcedure } from '../../portal/modules/catalogue/queries/procedures.ts'
import { services } from '../../services.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const { code = '' } = params
  const { db } = await services()
  const procedure = await readProcedure(db, code)
  if (!procedure) throw new Response('Not found', { status: 404 })
  const { content } = procedure
  const revisions = await listRevisions(db, code)
  const wanted = [...content.related, ...content.linked]
  const related = wanted.length > 0 ? await readLines(db, wanted) : []
  return { procedure, revisions, related, url: `${process.env['PUBLIC_URL']}/thu-tuc/${code}` }
}

export default function Procedure() {
  const { procedure, revisions, related, url } = useLoaderData<typeof loader>()
  const { code, effectiveOn } = procedure
  return (
    <ProcedurePage
      shell={{ lang: 'vi', path: `/thu-tuc/${code}` }}
      procedure={procedure}
      revisions={revisions}
      related={related}
      place={{ kind: 'unasked' }}
      url={url}
      today={effectiveOn}
    />
  )
}
