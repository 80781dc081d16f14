import { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'

/** What is changed about a request before the provider reads it. */
export type Rewritten = {
  /** Path and query. */
  readonly url?: string
  /** A form; absent for a request without a body. */
  readonly body?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
}

const askers = new WeakMap<object, FastifyRequest>()

/**
 * Gives a request to the provider, which answers it by itself. The provider gets a request of its own: what it may see of the
 * outside (host, scheme) is what the settings say, and a rewritten one needs no second way in. The portal's security
 * headers stay on the answer.
 */
export async function handOver(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  rewritten: Rewritten = {},
): Promise<FastifyReply> {
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  const message = messageFor(provider, request, rewritten)
  askers.set(message, request)
  await callbackOf(provider)(message, reply.raw)
  return reply
}

const callbacks = new WeakMap<Provider, ReturnType<Provider['callback']>>()

/** Put together once for each provider. */
function callbackOf(provider: Provider): ReturnType<Provider['callback']> {
  const known = callbacks.get(provider) ?? provider.callback()
  callbacks.set(provider, known)
  return known
}

/** The request of the portal behind a request of the provider. */
export function askerOf(message: object): FastifyRequest | undefined {
  return askers.get(message)
}

/** For the calls of the provider that read cookies alone: about a question that was put to a person. */
export function messageFor(
  provider: Provider,
  { raw }: FastifyRequest,
  rewritten: Rewritten = {},
): IncomingMessage {
  const { url, body, headers } = rewritten
  const issuer = new URL(provider.issuer)
  const message = new IncomingMessage(raw.socket)
  message.method = raw.method ?? 'GET'
  message.url = url ?? raw.url ?? '/'
  message.httpVersion = raw.httpVersion
  const { 'transfer-encoding': _chunked, 'x-forwarded-host': _host, expect: _expect, ...kept } = raw.headers
  Object.assign(message.headers, kept, {
    host: issuer.host,
    'x-forwarded-proto': issuer.protocol.slice(0, -1),
    'content-length': body === undefined ? undefined : String(Buffer.byteLength(body)),
    ...headers,
  })
  for (const [name, value] of Object.entries(message.headers))
    if (value === undefined) delete message.headers[name]
  message.complete = true
  if (body !== undefined) message.push(body)
  message.push(null)
  return message
}
