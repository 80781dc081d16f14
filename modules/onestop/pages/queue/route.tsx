import { Type } from 'typebox'
import { officersAt } from '#identity'
import { addDays, civilDate, momentAt } from '#kernel/civil-date'
import { readDossierCode } from '#kernel/dossier-code'
import { Refusal } from '#kernel/refusal'
import type { Db } from '#platform/db'
import { sendPage } from '#platform/html'
import { type App, shellOf } from '#platform/http'
import { findDossier } from '#register'
import { assign } from '../../acts.ts'
import { type Officer, officerOf } from '../../at-dossier.ts'
import { DEFAULT_PROCESS } from '../../process.ts'
import { listWork, loadsOf, type WorkCursor, type WorkQuestion } from '../../queries/work.ts'
import type { Queue } from '../../queue.ts'
import type { OnestopServices } from '../../services.ts'
import { countWork } from '../../work.ts'
import { words } from './text.ts'
import { QueuePage, TABS, type Tab } from './view.tsx'

const Query = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  hang: Type.Optional(Type.Enum([...TABS])),
  sau: Type.Optional(Type.String({ maxLength: 120 })),
  xong: Type.Optional(Type.String({ pattern: '^\\d{1,4}(-\\d{1,4})?$' })),
})
const Chosen = Type.String({ maxLength: 90 })
const Body = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  hang: Type.Optional(Type.Enum([...TABS])),
  /** `chia`: to whoever of the agency has least to do; otherwise to whoever asks. */
  cach: Type.Optional(Type.Literal('chia')),
  ma: Type.Optional(Type.Union([Chosen, Type.Array(Chosen, { maxItems: 200 })])),
})
const Open = Type.Object({ ma: Type.Optional(Type.String({ maxLength: 100 })) })
const PAGE_SIZE = 30

/** Hàng đợi của một cửa. */
export function queuePage(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    '/mot-cua',
    { schema: { querystring: Query }, config: { access: 'official' } },
    async (request, reply) => {
      const { coQuan, hang = 'new', sau, xong } = request.query
      const now = clock()
      const officer = await officerOf(db, request, { chosen: coQuan, now })
      const question = questionOf(officer, hang as Tab, now)
      const [counts, found] = await Promise.all([
        countWork(db, officer.agency, now),
        listWork(db, { ...question, after: cursorOf(sau), limit: PAGE_SIZE + 1 }),
      ])
      const lines = found.slice(0, PAGE_SIZE)
      const last = lines.at(-1)
      const nextHref =
        found.length > PAGE_SIZE && last
          ? `/mot-cua?hang=${hang}&coQuan=${officer.agency}&sau=${encodeURIComponent(`${last.cursor}~${last.dossierCode}`)}`
          : undefined
      const page = {
        shell: shellOf(request),
        officer,
        tab: hang as Tab,
        counts,
        lines,
        steps: DEFAULT_PROCESS,
        nextHref,
        now,
        token: reply.generateCsrf(),
        said: saidOf(xong, request.lang),
      }
      reply.header('cache-control', 'no-store')
      return sendPage(reply, 200, <QueuePage {...page} />)
    },
  )
  takeRoute(app, services)
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
      const { coQuan, hang = 'handling', cach, ma = [] } = request.body
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
      return reply.redirect(`/mot-cua?hang=${hang}&coQuan=${officer.agency}&xong=${said}`, 303)
    },
  )
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

/** What a tab asks for. */
export function questionOf(
  { agency, accountId }: Pick<Officer, 'agency' | 'accountId'>,
  tab: Tab,
  now: Date,
): Omit<WorkQuestion, 'limit'> {
  const running: readonly Queue[] = ['new', 'handling']
  switch (tab) {
    case 'late':
      return { agency, queues: running, dueUntil: now }
    case 'today':
      return { agency, queues: running, dueFrom: now, dueUntil: momentAt(addDays(civilDate(now), 1)) }
    case 'mine':
      return { agency, queues: [], assignee: accountId }
    default:
      return { agency, queues: [tab] }
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
