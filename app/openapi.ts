import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { Type } from 'typebox'
import type { Config } from '#platform/config'

/** Whatever is asked may be refused, always in one shape: https://www.rfc-editor.org/rfc/rfc9457 */
const Problem: object = Type.Object({
  type: Type.String(),
  status: Type.Integer({ description: 'The HTTP status' }),
  title: Type.String({ description: 'What is wrong, in the language of the request' }),
  code: Type.String({ description: 'Stable name of the reason, such as request.invalid' }),
  detail: Type.Optional(Type.String()),
  errors: Type.Optional(
    Type.Array(Type.Object({ field: Type.String(), message: Type.String() }), {
      description: 'Every parameter that is wrong',
    }),
  ),
  details: Type.Optional(
    Type.Object({}, { description: 'What belongs to the reason: near matches, names of parameters' }),
  ),
  reference: Type.Optional(Type.String({ description: 'The log knows the fault under it' })),
})

/** The public description of `/api/v1` (OpenAPI 3.1). Routes without a tag are pages and stay out of it. */
export function apiDescription({ publicUrl }: Pick<Config, 'publicUrl'>): FastifyDynamicSwaggerOptions {
  return {
    hideUntagged: true,
    transformObject: (made) =>
      'openapiObject' in made ? withProblems(made.openapiObject) : made.swaggerObject,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Một Cửa API',
        version: '1',
        description:
          'Public data of the portal: procedures and their revisions, agencies, territorial units past and present, working time. ' +
          'Answers are UTF-8 JSON; errors are problem details (RFC 9457); lists are paged by an opaque cursor.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl }],
      components: { schemas: { Problem } },
      tags: [
        { name: 'procedures', description: 'Thủ tục hành chính' },
        { name: 'agencies', description: 'Cơ quan và mã định danh' },
        { name: 'dossiers', description: 'Hồ sơ: đang ở đâu, đã qua những bước nào' },
        { name: 'feeds', description: 'Kết nối: hệ thống của các cơ quan báo hồ sơ về đến đâu' },
        { name: 'units', description: 'Đơn vị hành chính, trước và sau 1/7/2025' },
        { name: 'working-time', description: 'Ngày làm việc, giờ làm việc, hạn trả kết quả' },
      ],
    },
  }
}

type Made = Parameters<NonNullable<FastifyDynamicSwaggerOptions['transformObject']>>[0]
type Document = Extract<Made, { openapiObject: unknown }>['openapiObject']

function withProblems(document: Document): Document {
  const refused = {
    description: 'Refused, or failed',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path?.[method]
      if (operation) operation.responses = { ...operation.responses, default: refused }
    }
  }
  return document
}
