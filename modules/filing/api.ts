import { Type } from 'typebox'
import { answerSchema, formFor } from '#forms'
import { Refusal } from '#kernel/refusal'
import type { App } from '#platform/http'
import { requireFileable, requireOnline, sourceOf } from './procedure.ts'
import { shortDigest } from './receipt.ts'
import type { FilingServices } from './services.ts'
import { fileByProgram } from './submit.ts'
import { filerOf, requireCovered } from './whose.ts'

const Params = Type.Object({ code: Type.String({ maxLength: 60 }) })

const Body = Type.Object(
  {
    procedure: Type.String({ maxLength: 60, description: 'Code of the procedure' }),
    agency: Type.String({ maxLength: 64, description: 'Handle of the agency that handles it' }),
    answers: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      maxProperties: 300,
      additionalProperties: true,
      description: 'As the schema of the form says',
    }),
  },
  { additionalProperties: false },
)

const ReceiptAnswer = Type.Object({
  code: Type.String(),
  submittedAt: Type.String({ format: 'date-time' }),
  receiptDigest: Type.String({ description: 'SHA-256 over everything that was filed' }),
  checkCode: Type.String({ description: 'What people type to check the receipt' }),
  files: Type.Array(
    Type.Object({
      field: Type.String(),
      id: Type.String(),
      name: Type.String(),
      sha256: Type.String(),
      sizeBytes: Type.Integer(),
    }),
  ),
})

const FormAnswer = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  isGeneric: Type.Boolean(),
  title: Type.Unsafe<{ vi: string; en: string }>({
    type: 'object',
    additionalProperties: { type: 'string' },
  }),
  pages: Type.Unsafe<readonly unknown[]>({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  }),
  answerSchema: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
})

/** Filing by a program: the form with its schema, and the filing itself. */
export function filingApi(app: App, services: FilingServices): void {
  const { db } = services
  app.get(
    '/api/v1/procedures/:code/form',
    {
      config: { access: 'anyone', isApi: true },
      schema: {
        tags: ['procedures'],
        operationId: 'getProcedureForm',
        summary: 'The form of a procedure, with the JSON Schema of its answers',
        params: Params,
        response: { 200: FormAnswer },
      },
    },
    async ({ params }) => {
      const form = await formFor(db, sourceOf(await requireFileable(db, params.code)))
      const { id, version, isGeneric, title, pages } = form
      return { id, version, isGeneric, title, pages, answerSchema: answerSchema(form) }
    },
  )
  fileRoute(app, services)
}

function fileRoute(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.post(
    '/api/v1/dossiers',
    {
      config: { access: 'applicant', isApi: true },
      schema: {
        tags: ['dossiers'],
        operationId: 'fileDossier',
        summary: 'File a dossier; the header Idempotency-Key makes repeating safe',
        body: Body,
        response: { 200: ReceiptAnswer, 201: ReceiptAnswer },
      },
    },
    async (request, reply) => {
      // A form of another site could send anything but this type without being asked.
      if (!/^application\/json/i.test(request.headers['content-type'] ?? ''))
        throw new Refusal('access.denied')
      const key = request.headers['idempotency-key']
      if (typeof key !== 'string' || key.length < 8 || key.length > 100)
        throw new Refusal('filing.key_missing')
      const { procedure: procedureCode, agency, answers } = request.body
      const procedure = await requireFileable(db, procedureCode)
      requireOnline(procedure)
      requireCovered(request, procedureCode)
      const filer = filerOf(request)
      const receipt = await fileByProgram(services, {
        filer,
        procedure,
        agency,
        answers,
        key,
        now: clock(),
      })
      reply
        .code(receipt.isNew ? 201 : 200)
        .header('location', `/api/v1/dossiers/${receipt.code}`)
        .header('cache-control', 'no-store')
      return {
        code: receipt.code,
        submittedAt: receipt.at.toISOString(),
        receiptDigest: receipt.digest,
        checkCode: shortDigest(receipt.digest),
        files: [...receipt.files],
      }
    },
  )
}
