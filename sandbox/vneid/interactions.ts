import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { Context } from 'koa'
import type Provider from 'oidc-provider'
import type { InteractionResults } from 'oidc-provider'
import { choosePage, confirmPage, consentPage, levelTooLowPage, messagePage } from './pages.ts'
import { levelOf, nameOf, organizations, people } from './people.ts'
import { switches, turn } from './switches.ts'

type Details = Awaited<ReturnType<Provider['interactionDetails']>>
type Act = (provider: Provider, ctx: Context, details: Details) => Promise<void>

const STYLE = readFileSync(new URL('style.css', import.meta.url), 'utf8')
const MOST_BYTES = 65_536

/** The pages of the sandbox beside the provider's own addresses. */
export function addInteractions(provider: Provider): void {
  provider.use(async (ctx, next) => {
    if (ctx.path === '/style.css') {
      ctx.type = 'css'
      ctx.body = STYLE
    } else if (ctx.path.startsWith('/sandbox/')) await answerSwitches(ctx)
    else if (ctx.path.startsWith('/interaction/')) await interact(provider, ctx)
    else await next()
  })
}

async function answerSwitches(ctx: Context): Promise<void> {
  if (ctx.path === '/sandbox/people') ctx.body = { people, organizations }
  else if (ctx.path !== '/sandbox/switches') ctx.status = 404
  else if (ctx.method === 'GET') ctx.body = switches
  else {
    try {
      ctx.body = turn(JSON.parse(await bodyOf(ctx.req)))
    } catch (error) {
      ctx.status = 400
      ctx.body = { error: String(error) }
    }
  }
}

const ACTS: Readonly<Record<string, Act>> = {
  login: async (provider, ctx, details) => {
    const who = await chosen(ctx)
    if (wantedLevel(details) === 1) return finish(provider, ctx, signedIn(who, 'LoA1'))
    const name = nameOf(who) ?? ''
    ctx.type = 'html'
    ctx.body =
      levelOf(who) === 2
        ? confirmPage(address(details), { techId: who, name })
        : levelTooLowPage(address(details), name)
  },
  confirm: async (provider, ctx) => {
    const who = await chosen(ctx)
    if (levelOf(who) < 2) ctx.throw(400, 'level')
    await finish(provider, ctx, signedIn(who, 'LoA2'))
  },
  other: async (provider, ctx, details) => {
    ctx.type = 'html'
    ctx.body = choosePage(address(details), wantedLevel(details), await clientName(provider, details))
  },
  consent: async (provider, ctx, details) => {
    const { grantId, session, params } = details
    const known = grantId ? await provider.Grant.find(grantId) : undefined
    const grant =
      known ??
      new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
    grant.addOIDCScope('openid')
    await finish(provider, ctx, { consent: { grantId: await grant.save() } })
  },
  unmet: (provider, ctx) =>
    finish(provider, ctx, {
      error: 'unmet_authentication_requirements',
      error_description: 'the account has not reached the level asked for',
    }),
  abort: (provider, ctx) =>
    finish(provider, ctx, { error: 'access_denied', error_description: 'the person stopped' }),
}

async function interact(provider: Provider, ctx: Context): Promise<void> {
  ctx.set('cache-control', 'no-store')
  const details = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined)
  if (!details) {
    ctx.status = 400
    ctx.type = 'html'
    ctx.body = messagePage('Phiên đăng nhập đã hết', 'Hãy quay lại nơi bạn bắt đầu và đăng nhập lại.')
    return
  }
  if (ctx.method === 'GET') return show(provider, ctx, details)
  const act = ACTS[ctx.path.split('/')[3] ?? '']
  if (act) await act(provider, ctx, details)
  else ctx.status = 404
}

async function show(provider: Provider, ctx: Context, details: Details): Promise<void> {
  const here = address(details)
  const techId = details.session?.accountId
  const name = techId && nameOf(techId)
  ctx.type = 'html'
  if (details.prompt.name === 'consent')
    ctx.body = consentPage(here, await clientName(provider, details), name ?? '')
  else if (techId && name && wantedLevel(details) === 2 && levelOf(techId) === 2)
    ctx.body = confirmPage(here, { techId, name })
  else ctx.body = choosePage(here, wantedLevel(details), await clientName(provider, details))
}

/** The answer is a plain redirect, which the wrong answers may still change. */
async function finish(provider: Provider, ctx: Context, result: InteractionResults): Promise<void> {
  const to = await provider.interactionResult(ctx.req, ctx.res, result, {
    mergeWithLastSubmission: !('error' in result),
  })
  ctx.status = 303
  ctx.set('location', to)
  ctx.body = ''
}

function signedIn(accountId: string, acr: string): InteractionResults {
  return { login: { accountId, acr, amr: acr === 'LoA2' ? ['mfa', 'face'] : ['pwd'] } }
}

async function chosen(ctx: Context): Promise<string> {
  const who = new URLSearchParams(await bodyOf(ctx.req)).get('who') ?? ''
  if (!nameOf(who)) ctx.throw(400, 'nobody of that name is here')
  return who
}

function wantedLevel({ params }: Details): 1 | 2 {
  const asked = params['acr_values']
  return typeof asked === 'string' && asked.includes('LoA2') ? 2 : 1
}

async function clientName(provider: Provider, { params }: Details): Promise<string> {
  const id = String(params['client_id'])
  return (await provider.Client.find(id))?.clientName ?? id
}

function address({ uid }: Details): string {
  return `/interaction/${uid}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    const piece = Buffer.from(part as Uint8Array)
    bytes += piece.length
    if (bytes > MOST_BYTES) throw new Error('too much')
    parts.push(piece)
  }
  return Buffer.concat(parts).toString('utf8')
}
