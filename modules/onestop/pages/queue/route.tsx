import { Type } from 'typebox'
import { officersAt } from '#identity'
import { readDossierCode } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import { tidy } from '#kernel/vietnamese'
import { countUnread } from '#notify'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { shortMemory } from '#platform/short-memory'
import { findDossier } from '#register'
import { assign } from '../../acts.ts'
import { officerOf } from '../../at-dossier.ts'
import { DEFAULT_PROCESS } from '../../process.ts'
import { dropSavedView, putSavedView, savedViews } from '../../queries/saved-views.ts'
import { listWork, loadsOf, proceduresAt, type WorkCursor } from '../../queries/work.ts'
import type { OnestopServices } from '../../services.ts'
import { countWork } from '../../work.ts'
import { type Asked, filtersOf, QUEUE_QUERY, questionOf, queueHref, tabOf } from './question.ts'
import { words } from './text.ts'
import { QueuePage } from './view.tsx'

const Query = Type.Object({
  ...QUEUE_QUERY,
  sau: Type.Optional(Type.String({ maxLength: 120 })),
  xong: Type.Optional(Type.String({ pattern: '^\\d{1,4}(-\\d{1,4})?$' })),
  luu: Type.Optional(Type.Enum(['xong', 'ten', 'nhieu'])),
})
const Chosen = Type.String({ maxLength: 90 })
const Body = Type.Object({
  ...QUEUE_QUERY,
  /** `chia`: to whoever of the agency has least to do; otherwise to whoever asks. */
  cach: Type.Optional(Type.Literal('chia')),
  ma: Type.Optional(Type.Union([Chosen, Type.Array(Chosen, { maxItems: 200 })])),
})
const Open = Type.Object({ ma: Type.Optional(Type.String({ maxLength: 100 })) })
const PAGE_SIZE = 30

/** What may be chosen in the filters: the same for a whole desk for some seconds. */
const proceduresHere = shortMemory<Awaited<ReturnType<typeof proceduresAt>>>({ forMs: 15_000, most: 5_000 })
const colleaguesHere = shortMemory<Awaited<ReturnType<typeof officersAt>>>({ forMs: 15_000, most: 5_000 })

/** Hàng đợi của một cửa. */
export function queuePage(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    '/mot-cua',
    { schema: { querystring: Query }, config: { access: 'official' } },
    async (request, reply) => {
      const { coQuan, sau, xong, luu } = request.query
      const asked: Asked = request.query
      const now = clock()
      const officer = await officerOf(db, request, { chosen: coQuan, now })
      const { agency, accountId } = officer
      const [counts, found, procedures, colleagues, views, unread] = await Promise.all([
        countWork(db, agency, now),
        listWork(db, { ...questionOf(officer, asked, now), after: cursorOf(sau), limit: PAGE_SIZE + 1 }),
        proceduresHere(db, agency, () => proceduresAt(db, agency)),
        colleaguesHere(db, agency, () => officersAt(db, agency, now)),
        savedViews(db, { account: accountId, agency }),
        countUnread(db, accountId),
      ])
      const lines = found.slice(0, PAGE_SIZE)
      const last = lines.at(-1)
      const nextHref =
        found.length > PAGE_SIZE && last
          ? queueHref(agency, asked, { more: { sau: `${last.cursor}~${last.dossierCode}` } })
          : undefined
      const page = {
        shell: shellOf(request),
        officer,
        tab: tabOf(asked),
        asked,
        counts,
        lines,
        steps: DEFAULT_PROCESS,
        procedures,
        colleagues,
        views,
        unread,
        nextHref,
        now,
        token: reply.generateCsrf(),
        said: saidOf(xong, request.lang),
        saving: luu,
      }
      reply.header('cache-control', 'no-store')
      return sendPage(reply, 200, <QueuePage {...page} />)
    },
  )
  takeRoute(app, services)
  viewRoutes(app, services)
  app.get(
    '/mot-cua/mo',
    { schema: { querystring: Open }, config: { access: 'official' } },
    async (request, reply) => {
      const reading = readDossierCode(request.query.ma ?? '')
      const code = reading.shape === 'unusable' ? undefined : reading.code
      if (!code || !(await findDossier(db, code))) throw new Refusal('register.not_found')
      return reply.redirect(`/mot-cua/ho-so/${encodeURIComponent(code)}`, 302)
    },
  )
}

/** Nhận xử lý nhiều hồ sơ: each by itself, so that one that somebody has changed does not keep the others. */
function takeRoute(app: App, { db, clock }: OnestopServices): void {
  app.post(
    '/mot-cua/nhan',
    { schema: { body: Body }, config: { access: 'official' } },
    async (request, reply) => {
      const { coQuan, cach, ma = [] } = request.body
      const asked: Asked = { ...request.body, hang: tabOf(request.body, 'handling') }
      const now = clock()
      const officer = await officerOf(db, request, { chosen: coQuan, now })
      const chosen = [ma].flat().map((one) => one.split(' '))
      if (chosen.length === 0) throw new Refusal('onestop.nothing_chosen')
      const pick = cach === 'chia' ? await byLoad(db, officer.agency, now) : undefined
      let done = 0
      for (const [code = '', version = ''] of chosen) {
        const dossier = await findDossier(db, code)
        if (dossier?.agency !== officer.agency) continue
        try {
          const doing = { officer, dossier, version: Number(version), now }
          await assign(db, doing, pick?.next() ?? officer.accountId)
          pick?.given()
          done += 1
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      const failed = chosen.length - done
      const said = failed > 0 ? `${done}-${failed}` : String(done)
      return reply.redirect(queueHref(officer.agency, asked, { more: { xong: said } }), 303)
    },
  )
}

const MOST_VIEWS = 20
const ViewBody = Type.Object({ ...QUEUE_QUERY, ten: Type.Optional(Type.String({ maxLength: 80 })) })

/** Cách xem đã lưu: kept under a name of the officer's own, and dropped again. */
function viewRoutes(app: App, { db, clock }: OnestopServices): void {
  const options = { schema: { body: ViewBody }, config: { access: 'official' } } as const
  app.post('/mot-cua/cach-xem', options, async (request, reply) => {
    const asked: Asked = request.body
    const now = clock()
    const officer = await officerOf(db, request, { chosen: request.body.coQuan, now })
    const { agency, accountId: account } = officer
    const name = tidy(request.body.ten ?? '')
    const back = (luu: string) => reply.redirect(queueHref(agency, asked, { more: { luu } }), 303)
    if (name === '') return back('ten')
    const isKept = await db.transaction(async (tx) => {
      const before = await savedViews(tx, { account, agency })
      if (before.length >= MOST_VIEWS && !before.some((view) => view.name === name)) return false
      await putSavedView(tx, {
        account,
        agency,
        name,
        asked: { hang: tabOf(asked), ...filtersOf(asked) },
        now,
      })
      return true
    })
    return back(isKept ? 'xong' : 'nhieu')
  })
  app.post('/mot-cua/cach-xem/bo', options, async (request, reply) => {
    const { agency, accountId } = await officerOf(db, request, {
      chosen: request.body.coQuan,
      now: clock(),
    })
    await dropSavedView(db, { account: accountId, agency, name: request.body.ten ?? '' })
    return reply.redirect(queueHref(agency, request.body), 303)
  })
}

/**
 * Phân công theo tải: `next` is the officer of the agency with the least open work, `given` counts one more for them. Among equals by
 * name, so that a second press deals on and does not shuffle.
 */
async function byLoad(db: Db, agency: string, now: Date) {
  const [officers, loads] = await Promise.all([officersAt(db, agency, now), loadsOf(db, agency)])
  if (officers.length === 0) throw new Refusal('onestop.nobody')
  const hands = officers
    .map(({ accountId, name }) => ({ accountId, name, load: loads.get(accountId) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const least = () => hands.reduce((a, b) => (b.load < a.load ? b : a))
  return {
    next: () => least().accountId,
    given: () => {
      least().load += 1
    },
  }
}

/** Where the last page ended: as the database wrote the moment, to the microsecond. */
function cursorOf(text: string | undefined): WorkCursor | undefined {
  const [actBy, code] = (text ?? '').split('~')
  if (!actBy || !code) return undefined
  return /^(infinity|\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?)$/.test(actBy)
    ? { actBy, code }
    : undefined
}

function saidOf(xong: string | undefined, lang: 'vi' | 'en'): string | undefined {
  if (!xong) return undefined
  const [done = 0, failed = 0] = xong.split('-').map(Number)
  return failed > 0 ? words[lang].bulkSome(done, failed) : words[lang].bulkDone(done)
}
