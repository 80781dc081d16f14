import type { App } from '#platform/http'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The address that answered. */
  readonly url: string
}

type Fields = Readonly<Record<string, string>>

export type SentFile = { readonly field: string; readonly name: string; readonly bytes: Buffer }

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MOST_REDIRECTS = 12

/**
 * A browser without eyes: keeps cookies by site, follows redirects, sends forms with the token of the page. The portal is
 * asked inside the process, everything else over the network.
 */
export class BrowserLike {
  readonly #app: App
  readonly #portal: string
  readonly #cookies = new Map<string, Map<string, string>>()
  readonly #userAgent: string
  /** What the latest page was. */
  last: Answer = { status: 0, headers: {}, body: '', url: '' }

  constructor(app: App, options: { portal?: string; userAgent?: string } = {}) {
    this.#app = app
    this.#portal = options.portal ?? 'http://portal.test'
    this.#userAgent =
      options.userAgent ??
      'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
  }

  /** Opens an address and follows where it leads. */
  async open(address: string): Promise<Answer> {
    return this.#follow(await this.ask('GET', address))
  }

  /** Sends a form of the latest page: its hidden fields, and `fields` over them. `action` picks the form. */
  async submit(action: string | RegExp, fields: Fields = {}): Promise<Answer> {
    const form = formsOf(this.last.body).find(({ action: to }) =>
      typeof action === 'string' ? to.split('#')[0] === action : action.test(to),
    )
    if (!form) throw new Error(`No form leads to ${action} on ${this.last.url} (${this.last.status})`)
    const hidden = form.hidden.filter(([name]) => !(name in fields))
    const body = new URLSearchParams([...hidden, ...Object.entries(fields)]).toString()
    return this.#follow(await this.ask('POST', new URL(form.action, this.last.url).href, body))
  }

  /** Sends a form with files, as a browser does: in parts. */
  async submitFiles(action: string | RegExp, fields: Fields, files: readonly SentFile[]): Promise<Answer> {
    const form = formsOf(this.last.body).find(({ action: to }) =>
      typeof action === 'string' ? to.split('#')[0] === action : action.test(to),
    )
    if (!form) throw new Error(`No form leads to ${action} on ${this.last.url} (${this.last.status})`)
    const data = new FormData()
    for (const [name, value] of form.hidden.filter(([name]) => !(name in fields))) data.append(name, value)
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    for (const { field, name, bytes } of files) data.append(field, new Blob([new Uint8Array(bytes)]), name)
    const encoded = new Response(data)
    const body = Buffer.from(await encoded.arrayBuffer())
    const type = encoded.headers.get('content-type') ?? ''
    return this.#follow(await this.ask('POST', new URL(form.action, this.last.url).href, body, type))
  }

  /** One request without following, to a path of the portal or an address elsewhere; what a redirect says is in `headers.location`. */
  async ask(
    method: 'GET' | 'POST',
    url: string,
    body?: string | Buffer,
    type = 'application/x-www-form-urlencoded',
  ): Promise<Answer> {
    const address = new URL(url, this.#portal).href
    const { origin } = new URL(address)
    const headers: Record<string, string> = { accept: 'text/html', 'user-agent': this.#userAgent }
    const cookies = this.#jarOf(origin)
    if (cookies.size > 0)
      headers['cookie'] = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (body !== undefined) headers['content-type'] = type
    const answer =
      origin === this.#portal
        ? await this.#inject(method, address, headers, body)
        : await this.#fetch(method, address, headers, body)
    this.last = { ...answer, url: address }
    return this.last
  }

  /** Forgets the cookies of another site, as if its own sign-out had been pressed. */
  forget(origin: string): void {
    this.#cookies.delete(origin)
  }

  cookie(name: string): string | undefined {
    return this.#jarOf(this.#portal).get(name)
  }

  setCookie(name: string, value: string): void {
    this.#jarOf(this.#portal).set(name, value)
  }

  dropCookie(name: string): void {
    this.#jarOf(this.#portal).delete(name)
  }

  async #follow(first: Answer): Promise<Answer> {
    let answer = first
    for (let count = 0; REDIRECTS.has(answer.status) && answer.headers['location']; count += 1) {
      if (count > MOST_REDIRECTS) throw new Error(`Sent in a circle at ${answer.url}`)
      answer = await this.ask('GET', new URL(answer.headers['location'], answer.url).href)
    }
    return answer
  }

  async #inject(
    method: 'GET' | 'POST',
    url: string,
    headers: Fields,
    body: string | Buffer | undefined,
  ): Promise<Omit<Answer, 'url'>> {
    const request = { method, url, headers, remoteAddress: '203.0.113.7' }
    const answer = await this.#app.inject(body === undefined ? request : { ...request, payload: body })
    this.#keep(new URL(url).origin, [answer.headers['set-cookie'] ?? []].flat())
    const said = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
    return { status: answer.statusCode, headers: Object.fromEntries(said), body: answer.body }
  }

  async #fetch(
    method: 'GET' | 'POST',
    url: string,
    headers: Fields,
    body: string | Buffer | undefined,
  ): Promise<Omit<Answer, 'url'>> {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
    this.#keep(new URL(url).origin, answer.headers.getSetCookie())
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  }

  #keep(origin: string, lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      const isGone = attributes.some(
        (one) => /^max-age=0$/i.test(one) || /^expires=Thu, 01 Jan 1970/i.test(one),
      )
      if (isGone) this.#jarOf(origin).delete(name)
      else this.#jarOf(origin).set(name, value)
    }
  }

  #jarOf(origin: string): Map<string, string> {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>()
    this.#cookies.set(origin, jar)
    return jar
  }
}

type Form = { readonly action: string; readonly hidden: readonly [string, string][] }

/** The forms of a page, as far as a test needs them: where they lead and their hidden fields. */
function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, attributes = '', content = '']) => ({
      action: attribute(attributes, 'action') ?? '',
      hidden: [...content.matchAll(/<input\b([^>]*)>/g)].flatMap(([, input = '']) =>
        attribute(input, 'type') === 'hidden'
          ? [[attribute(input, 'name') ?? '', attribute(input, 'value') ?? ''] as [string, string]]
          : [],
      ),
    }),
  )
}

function attribute(text: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1]
  return value
    ?.replaceAll('&quot;', '"')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
