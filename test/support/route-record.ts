import { appendFileSync } from 'node:fs'
import type { App } from '#platform/http'

/** Requests that try a door without going through it; they prove nothing about the room behind. */
export const PROBE = 'authorization-probe'

/**
 * Where a whole run writes which routes there are and which of them a test has opened. `bin/test` reads it afterwards: a route
 * that no test ever opened without an error fails the run.
 */
export function recordRoutes(app: App, file = process.env['ROUTE_RECORD']): void {
  if (!file) return
  const seen = new Set<string>()
  const write = (line: string): void => {
    if (seen.has(line)) return
    seen.add(line)
    appendFileSync(file, `${line}\n`)
  }
  // Now, before a test adds a route of its own.
  for (const { method, url } of app.routeList) if (method !== 'HEAD') write(`there ${method} ${url}`)
  app.addHook('onResponse', async (request, reply) => {
    const { url } = request.routeOptions
    const location = String(reply.getHeader('location') ?? '')
    const isOpened = reply.statusCode < 400 && !/^\/dang-nhap(\?|$)/.test(location)
    const isProbe = request.headers['user-agent'] === PROBE
    if (url && isOpened && !isProbe && !request.is404) write(`opened ${request.method} ${url}`)
  })
}
