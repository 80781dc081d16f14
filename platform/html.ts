import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { textOf } from './html-text.ts'

/** The one place where a page becomes text. */
export function sendPage(reply: FastifyReply, status: number, page: VNode): FastifyReply {
  reply.code(status).header('content-type', 'text/html; charset=utf-8')
  return reply.send(`<!doctype html>${textOf(page)}`)
}
