import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { textOf } from './html-text.ts'

export const PAGE_TYPE = 'text/html; charset=utf-8'

/** The one place where a page becomes text. */
export function pageText(page: VNode): string {
  return `<!doctype html>${textOf(page)}`
}

export function sendPage(reply: FastifyReply, status: number, page: VNode): FastifyReply {
  return reply.code(status).header('content-type', PAGE_TYPE).send(pageText(page))
}
