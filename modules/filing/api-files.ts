import { Type } from 'typebox'
import { keepBytes, storeFile, UPLOAD_LIMITS } from '#documents'
import { Refusal } from '#kernel/refusal'
import type { App } from '#platform/http'
import type { FilingServices } from './services.ts'
import { filerOf } from './whose.ts'

const FileAnswer = Type.Object({
  id: Type.String({ description: 'What answers of the form name' }),
  name: Type.String(),
  mediaType: Type.String({ description: 'By what is in it' }),
  sizeBytes: Type.Integer(),
  sha256: Type.String({ description: 'Of the bytes as they are kept: pictures lose their metadata' }),
})

/** The bytes as they are. A form of another site cannot send this type. */
const BYTES = 'application/octet-stream'

/** Tải tệp lên by a program, before the filing that names it. */
export function filesApi(app: App, services: FilingServices): void {
  const { db, clock } = services
  app.addContentTypeParser(
    BYTES,
    { parseAs: 'buffer', bodyLimit: UPLOAD_LIMITS.mostBytes },
    (_request, body, done) => {
      done(null, body)
    },
  )
  app.post(
    '/api/v1/files',
    {
      config: { access: 'applicant', isApi: true },
      bodyLimit: UPLOAD_LIMITS.mostBytes,
      schema: {
        tags: ['dossiers'],
        operationId: 'uploadFile',
        summary:
          'Keep a file, sent as application/octet-stream with its name, encoded for an address, in X-File-Name',
        response: { 201: FileAnswer, 200: FileAnswer },
      },
    },
    async (request, reply) => {
      const { body } = request
      if (!Buffer.isBuffer(body)) throw new Refusal('documents.type_not_allowed')
      const { owner, actor } = filerOf(request)
      const name = nameFrom(request.headers['x-file-name'])
      const kept = await keepBytes(services, { bytes: body, name, owner, uploadedBy: actor, now: clock() })
      const file = await db.transaction((tx) => storeFile(tx, services, kept))
      reply.code(201).header('cache-control', 'no-store')
      const { id, mediaType, sizeBytes, sha256 } = file
      return { id, name: file.name, mediaType, sizeBytes, sha256 }
    },
  )
}

/** A header holds no Vietnamese: the name is encoded as in an address. */
function nameFrom(header: string | string[] | undefined): string {
  const text = typeof header === 'string' ? header : ''
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
