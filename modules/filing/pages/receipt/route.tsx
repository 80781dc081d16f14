import { Type } from 'typebox'
import { readDossierCode } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { writePaper } from '#platform/pdf'
import { sealPaper } from '#platform/seal/seal-paper'
import { findDossier } from '#register'
import { contentOf, requireOwn } from '../../own-dossier.ts'
import { contentsOf } from '../../queries/contents.ts'
import { isShortDigest, receiptSecret } from '../../receipt.ts'
import type { FilingServices } from '../../services.ts'
import { receiptPaper } from './paper.ts'
import { words } from './text.ts'
import { ReceiptPage, VerifyPage } from './view.tsx'

const Params = Type.Object({ code: Type.String({ maxLength: 64 }) })
const Body = Type.Object({
  ma: Type.Optional(Type.String({ maxLength: 100 })),
  maKiemTra: Type.Optional(Type.String({ maxLength: 100 })),
})
const CHECKS_PER_MINUTE = 20

export function receiptPages(app: App, services: FilingServices): void {
  const { db, receipts, seal, publicUrl } = services
  app.get(
    '/ho-so/:code/bien-nhan',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { dossier } = await requireOwn(db, request, request.params.code)
      const content = await contentOf(db, dossier)
      if (!content) throw new Refusal('filing.not_found')
      reply.header('cache-control', 'no-store')
      const secret = receiptSecret(receipts, dossier.code)
      return sendPage(
        reply,
        200,
        <ReceiptPage shell={shellOf(request)} dossier={dossier} content={content} secret={secret} />,
      )
    },
  )
  app.get(
    '/ho-so/:code/bien-nhan.pdf',
    { schema: { params: Params }, config: { access: 'applicant' } },
    async (request, reply) => {
      const { dossier } = await requireOwn(db, request, request.params.code)
      const content = await contentOf(db, dossier)
      if (!content) throw new Refusal('filing.not_found')
      const secret = receiptSecret(receipts, dossier.code)
      const paper = await writePaper(receiptPaper({ dossier, content, secret, publicUrl }))
      const bytes = sealPaper(paper, await seal(), {
        name: new URL(publicUrl).host,
        reason: words.vi.title,
        at: content.at,
      })
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="bien-nhan-${dossier.code}.pdf"`)
        .type('application/pdf')
        .send(bytes)
    },
  )
  verifyRoutes(app, services)
}

function verifyRoutes(app: App, { db }: FilingServices): void {
  app.get('/kiem-tra-bien-nhan', { config: { access: 'anyone' } }, (request, reply) =>
    sendPage(
      reply,
      200,
      <VerifyPage shell={shellOf(request)} token={reply.generateCsrf()} typed={{}} errors={[]} />,
    ),
  )
  app.post(
    '/kiem-tra-bien-nhan',
    {
      schema: { body: Body },
      config: { access: 'anyone', rateLimit: { max: CHECKS_PER_MINUTE, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { ma = '', maKiemTra = '' } = request.body
      const page = { shell: shellOf(request), token: reply.generateCsrf(), typed: { ma, maKiemTra } }
      reply.header('cache-control', 'no-store')
      const reading = readDossierCode(ma)
      if (reading.shape === 'unusable' || maKiemTra.trim() === '') {
        const field = reading.shape === 'unusable' ? 'ma' : 'maKiemTra'
        const errors = [{ field, text: words[request.lang].missing }]
        return sendPage(reply, 422, <VerifyPage {...page} errors={errors} />)
      }
      const contents = await contentsOf(db, reading.code)
      const content = contents.find(({ digest }) => isShortDigest(maKiemTra, digest))
      const dossier = content && (await findDossier(db, reading.code))
      const genuine = dossier && { dossier, at: content.at, count: content.files.length }
      return sendPage(reply, 200, <VerifyPage {...page} errors={[]} answer={{ genuine }} />)
    },
  )
}
