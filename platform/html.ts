import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The one place where a page becomes text. */
export function sendPage(reply: FastifyReply, status: number, page: VNode): FastifyReply {
  reply.code(status).header('content-type', 'text/html; charset=utf-8')
  return reply.send(`<!doctype html>${renderToString(page)}`)
}
