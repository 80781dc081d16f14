import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal, type RefusalWords } from '#kernel/refusal'
import type { App } from './http.ts'

/** A file as a form brought it. One that was larger than allowed has no bytes. */
export type PostedFile = {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
  readonly isTooLarge: boolean
  /** It was to have arrived before the form and is not there (any more). */
  readonly isLost?: boolean
}

const FIELD_BYTES = 64 * 1_024
const MOST_FIELDS = 400

export const refusals: Readonly<Record<string, RefusalWords>> = {
  'request.no_files_here': {
    status: 415,
    vi: 'Trang này không nhận tệp. Hãy quay lại và gửi lại biểu mẫu.',
    en: 'This page takes no files. Go back and send the form again.',
  },
  'request.too_many_parts': {
    status: 413,
    vi: 'Biểu mẫu có quá nhiều tệp hoặc quá nhiều ô. Hãy gửi ít hơn trong một lần.',
    en: 'The form has too many files or fields. Send fewer at once.',
  },
}

/**
 * Forms with files (multipart): on routes that say `uploads`, fields become the body as those of any form, files are in
 * `request.postedFiles`. Everywhere else such a form is refused before anything of it is read.
 */
export async function acceptUploads(
  app: App,
  { mostBytes, mostFiles }: { mostBytes: number; mostFiles: number },
): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: mostBytes, files: mostFiles, fields: MOST_FIELDS, fieldSize: FIELD_BYTES },
    throwFileSizeLimit: false,
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const isRefused = isMultipart(request) && !request.routeOptions.config.uploads && !request.is404
    done(isRefused ? new Refusal('request.no_files_here') : undefined)
  })
  // Before the token of the form is looked at, which is one of its fields.
  app.addHook('preValidation', async (request) => {
    if (isMultipart(request) && request.routeOptions.config.uploads) await readParts(request)
  })
}

async function readParts(request: FastifyRequest): Promise<void> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  const files: PostedFile[] = []
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') add(fields, part.fieldname, String(part.value))
      else {
        const bytes = await part.toBuffer()
        const { fieldname: field, filename: name, file } = part
        // An empty file field sends a nameless nothing.
        if (name !== '' || bytes.length > 0)
          files.push({
            field,
            name,
            bytes: file.truncated ? Buffer.alloc(0) : bytes,
            isTooLarge: file.truncated,
          })
      }
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (/^FST_(FILES|FIELDS|PARTS)_LIMIT$/.test(code)) throw new Refusal('request.too_many_parts')
    throw error
  }
  request.body = { ...fields }
  request.postedFiles = files
}

function add(fields: Record<string, string | string[]>, name: string, value: string): void {
  const known = fields[name]
  fields[name] = known === undefined ? value : [known, value].flat()
}

function isMultipart({ headers }: FastifyRequest): boolean {
  return /^multipart\/form-data/i.test(headers['content-type'] ?? '')
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a form with files may be sent here. */
    uploads?: boolean
  }
  interface FastifyRequest {
    postedFiles?: readonly PostedFile[]
  }
}
