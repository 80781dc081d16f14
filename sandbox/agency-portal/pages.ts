import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RelyingParty, Visitor } from './relying-party.ts'

const COOKIE = 'agency'
const MOST_BYTES = 16_384

/** Answers every address of the agency's portal. What goes wrong is said in a word: it is a sandbox. */
export async function answer(
  party: RelyingParty,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  try {
    await route(party, request, response)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    page(
      response,
      400,
      `<h1>Không đăng nhập được</h1><p>${escaped(text)}</p><p><a href="/">Trang đầu</a></p>`,
    )
  }
}

async function route(party: RelyingParty, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = cookieOf(request)
  const url = request.url ?? '/'
  switch (`${request.method} ${url.split('?')[0]}`) {
    case 'GET /':
      return page(response, 200, front(party.visitor(token)))
    case 'GET /sign-in': {
      const { token: begun, url: onward } = await party.begin()
      return redirect(response, onward.href, begun)
    }
    case 'GET /callback':
      return redirect(response, '/', await party.finish(token, url))
    case 'POST /sign-out':
      return redirect(response, party.leave(token)?.href ?? '/', '')
    case 'POST /back-channel': {
      const gone = await party.hearLogout(
        new URLSearchParams(await bodyOf(request)).get('logout_token') ?? '',
      )
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`${gone}`)
      return
    }
    default:
      return page(response, 404, '<h1>Không có trang này</h1>')
  }
}

function front(visitor: Visitor | undefined): string {
  if (!visitor)
    return '<h1>Sở Mẫu</h1><p><a href="/sign-in">Đăng nhập bằng tài khoản Cổng Dịch vụ công</a></p>'
  const rows = Object.entries(visitor.claims).map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(String(value))}</dd>`,
  )
  return `<h1>Xin chào ${escaped(nameOf(visitor))}</h1>
<dl>${rows.join('')}</dl>
<form method="post" action="/sign-out"><button>Đăng xuất</button></form>`
}

function nameOf({ claims, sub }: Visitor): string {
  const name = claims['HoVaTen']
  return typeof name === 'string' ? name : sub
}

function page(response: ServerResponse, status: number, main: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Sở Mẫu</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>${main}</main></body></html>`,
    )
}

function redirect(response: ServerResponse, location: string, token: string): void {
  const life = token === '' ? '; Max-Age=0' : ''
  response
    .writeHead(303, { location, 'set-cookie': `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax${life}` })
    .end()
}

function cookieOf({ headers }: IncomingMessage): string | undefined {
  return new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1]
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > MOST_BYTES) throw new Error('Too much')
  }
  return text
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
