import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { Config } from '#platform/config'

/** The public description of `/api/v1` (OpenAPI 3.1). Routes without a tag are pages and stay out of it. */
export function apiDescription({ publicUrl }: Pick<Config, 'publicUrl'>): FastifyDynamicSwaggerOptions {
  return {
    hideUntagged: true,
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
      tags: [
        { name: 'procedures', description: 'Thủ tục hành chính' },
        { name: 'agencies', description: 'Cơ quan và mã định danh' },
        { name: 'units', description: 'Đơn vị hành chính, trước và sau 1/7/2025' },
        { name: 'working-time', description: 'Ngày làm việc, giờ làm việc, hạn trả kết quả' },
      ],
    },
  }
}
