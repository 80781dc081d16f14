import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import writeXlsxFile from 'write-excel-file/node'
import { formatMoment } from '#kernel/civil-date-text'
import { writeCsv } from '#kernel/csv'
import type { App } from '#platform/http'
import { writePaper } from '#platform/pdf'
import { findDossiers, STATUS, timelineOf } from '#register'
import { officerAtDossier, officerOf, openWithLog } from '../../at-dossier.ts'
import { type LedgerLine, ledger } from '../../papers/papers.ts'
import { listWork } from '../../queries/work.ts'
import { shortName } from '../../queue.ts'
import type { OnestopServices } from '../../services.ts'
import { questionOf } from '../queue/route.tsx'
import { TABS, type Tab } from '../queue/view.tsx'
import { paperOf } from './data.ts'

const PaperParams = Type.Object({
  code: Type.String({ maxLength: 64 }),
  number: Type.Integer({ minimum: 1, maximum: 6 }),
})
const ListQuery = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  hang: Type.Optional(Type.Enum([...TABS])),
})
const MOST_LINES = 5_000

/** Giấy tờ của một cửa: the legal papers of a dossier, the ledger, and lists for a spreadsheet. */
export function paperRoutes(app: App, services: OnestopServices): void {
  const { db, clock } = services
  app.get(
    '/mot-cua/ho-so/:code/mau/:number.pdf',
    { schema: { params: PaperParams }, config: { access: 'official' } },
    async (request, reply) => {
      const { code, number } = request.params
      const now = clock()
      const { officer, dossier } = await officerAtDossier(db, request, { code, now })
      const paper = await openWithLog(db, { officer, dossier, now }, async (tx) =>
        paperOf(services, tx, { number, dossier, events: await timelineOf(tx, code), now }),
      )
      return sendPdf(reply, await writePaper(paper), `mau-0${number}-${code}.pdf`)
    },
  )
  listRoutes(app, services)
}

function listRoutes(app: App, services: OnestopServices): void {
  const { db, clock } = services
  const options = { schema: { querystring: ListQuery }, config: { access: 'official' } } as const
  app.get('/mot-cua/so.pdf', options, async (request, reply) => {
    const now = clock()
    const officer = await officerOf(db, request, { chosen: request.query.coQuan, now })
    const lines = await ledgerLines(services, officer, (request.query.hang ?? 'handling') as Tab)
    return sendPdf(reply, await writePaper(ledger(officer.agencyName, lines, now)), 'so-theo-doi.pdf')
  })
  app.get('/mot-cua/so.csv', options, async (request, reply) => {
    const officer = await officerOf(db, request, { chosen: request.query.coQuan, now: clock() })
    const lines = await ledgerLines(services, officer, (request.query.hang ?? 'handling') as Tab)
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="so-theo-doi.csv"')
    // The mark in front lets spreadsheets read the Vietnamese.
    return reply.type('text/csv; charset=utf-8').send(`\ufeff${writeCsv([HEADS, ...lines.map(cellsOf)])}`)
  })
  app.get('/mot-cua/so.xlsx', options, async (request, reply) => {
    const officer = await officerOf(db, request, { chosen: request.query.coQuan, now: clock() })
    const lines = await ledgerLines(services, officer, (request.query.hang ?? 'handling') as Tab)
    const rows = [
      HEADS.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...lines.map((line) => cellsOf(line).map((value) => ({ value }))),
    ]
    const bytes = await writeXlsxFile(rows).toBuffer()
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="so-theo-doi.xlsx"')
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(bytes)
  })
}

const HEADS = [
  'Mã hồ sơ',
  'Tên thủ tục',
  'Người nộp',
  'Nhận',
  'Hẹn trả',
  'Có kết quả',
  'Trả kết quả',
  'Trạng thái',
  'Người xử lý',
]

function cellsOf(line: LedgerLine): string[] {
  const moments = [line.receivedAt, line.dueAt, line.finishedAt, line.returnedAt]
  return [
    line.code,
    line.procedure,
    line.applicant,
    ...moments.map((at) => (at ? formatMoment(at) : '')),
    line.status,
    line.who,
  ]
}

async function ledgerLines(
  { db, clock }: OnestopServices,
  officer: { agency: string; accountId: string },
  tab: Tab,
): Promise<LedgerLine[]> {
  const work = await listWork(db, { ...questionOf(officer, tab, clock()), limit: MOST_LINES })
  const dossiers = await findDossiers(
    db,
    work.map(({ dossierCode }) => dossierCode),
  )
  return work.flatMap(({ dossierCode, assigneeName }) => {
    const dossier = dossiers.get(dossierCode)
    if (!dossier) return []
    const {
      code,
      procedureName: procedure,
      applicant,
      receivedAt,
      dueAt,
      finishedAt,
      returnedAt,
      status,
    } = dossier
    return {
      code,
      procedure,
      applicant: shortName(applicant.name),
      receivedAt,
      dueAt,
      finishedAt,
      returnedAt,
      status: STATUS[status].official.vi,
      who: assigneeName ?? '',
    }
  })
}

function sendPdf(reply: FastifyReply, bytes: Buffer, name: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}"`)
    .type('application/pdf')
    .send(bytes)
}
