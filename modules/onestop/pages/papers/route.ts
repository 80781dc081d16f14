import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import writeXlsxFile from 'write-excel-file/node'
import { officialNames } from '#identity'
import { civilDate } from '#kernel/civil-date'
import { formatMoment } from '#kernel/civil-date-text'
import { writeCsv } from '#kernel/csv'
import type { App } from '#platform/http'
import { writePaper } from '#platform/pdf'
import { findDossiers, STATUS, timelineOf } from '#register'
import { officerAtDossier, officerOf, openWithLog } from '../../at-dossier.ts'
import { type LedgerLine, ledger } from '../../papers/papers.ts'
import { givenNumbers } from '../../queries/numbers.ts'
import { listWork } from '../../queries/work.ts'
import { shortName } from '../../queue.ts'
import type { OnestopServices } from '../../services.ts'
import { type Asked, QUEUE_QUERY, questionOf, tabOf } from '../queue/question.ts'
import { paperOf } from './data.ts'

const PaperParams = Type.Object({
  code: Type.String({ maxLength: 64 }),
  number: Type.Integer({ minimum: 1, maximum: 6 }),
})
const ListQuery = Type.Object(QUEUE_QUERY)
const NumbersQuery = Type.Object({
  coQuan: Type.Optional(Type.String({ maxLength: 64 })),
  nam: Type.Optional(Type.Integer({ minimum: 2020, maximum: 2200 })),
})
const MOST_LINES = 5_000
const MOST_NUMBERS = 100_000

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
  numberRoutes(app, services)
}

function listRoutes(app: App, services: OnestopServices): void {
  const { db, clock } = services
  const options = { schema: { querystring: ListQuery }, config: { access: 'official' } } as const
  app.get('/mot-cua/so.pdf', options, async (request, reply) => {
    const now = clock()
    const officer = await officerOf(db, request, { chosen: request.query.coQuan, now })
    const lines = await ledgerLines(services, officer, request.query)
    return sendPdf(reply, await writePaper(ledger(officer.agencyName, lines, now)), 'so-theo-doi.pdf')
  })
  app.get('/mot-cua/so.csv', options, async (request, reply) => {
    const officer = await officerOf(db, request, { chosen: request.query.coQuan, now: clock() })
    const lines = await ledgerLines(services, officer, request.query)
    return sendCsv(reply, [HEADS, ...lines.map(cellsOf)], 'so-theo-doi.csv')
  })
  app.get('/mot-cua/so.xlsx', options, async (request, reply) => {
    const officer = await officerOf(db, request, { chosen: request.query.coQuan, now: clock() })
    const lines = await ledgerLines(services, officer, request.query)
    return sendXlsx(reply, [HEADS, ...lines.map(cellsOf)], 'so-theo-doi.xlsx')
  })
}

/** Sổ cấp số kết quả of one agency and year. */
function numberRoutes(app: App, services: OnestopServices): void {
  const { db, clock } = services
  const options = { schema: { querystring: NumbersQuery }, config: { access: 'official' } } as const
  const linesFor = async (agency: string, year: number): Promise<string[][]> => {
    const lines = await givenNumbers(db, { agency, year, limit: MOST_NUMBERS })
    const names = await officialNames(db, [...new Set(lines.map(({ byAccount }) => byAccount))])
    return [
      NUMBER_HEADS,
      ...lines.map(({ number, dossierCode, title, byAccount, at }) => [
        `${number}/${year}`,
        dossierCode,
        title,
        names.get(byAccount) ?? '',
        formatMoment(at),
      ]),
    ]
  }
  const thisYear = () => Number(civilDate(clock()).slice(0, 4))
  app.get('/mot-cua/so-ket-qua.csv', options, async (request, reply) => {
    const { coQuan, nam = thisYear() } = request.query
    const { agency } = await officerOf(db, request, { chosen: coQuan, now: clock() })
    return sendCsv(reply, await linesFor(agency, nam), `so-ket-qua-${nam}.csv`)
  })
  app.get('/mot-cua/so-ket-qua.xlsx', options, async (request, reply) => {
    const { coQuan, nam = thisYear() } = request.query
    const { agency } = await officerOf(db, request, { chosen: coQuan, now: clock() })
    return sendXlsx(reply, await linesFor(agency, nam), `so-ket-qua-${nam}.xlsx`)
  })
}

const NUMBER_HEADS = ['Số', 'Mã hồ sơ', 'Kết quả', 'Người phát hành', 'Lúc']

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
  asked: Asked,
): Promise<LedgerLine[]> {
  const question = questionOf(officer, { ...asked, hang: tabOf(asked, 'handling') }, clock())
  const work = await listWork(db, { ...question, limit: MOST_LINES })
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

function sendCsv(reply: FastifyReply, rows: readonly string[][], name: string): FastifyReply {
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('text/csv; charset=utf-8')
  // The mark in front lets spreadsheets read the Vietnamese.
  return reply.send(`\ufeff${writeCsv(rows)}`)
}

/** The first row has the heads. */
async function sendXlsx(
  reply: FastifyReply,
  [heads = [], ...rows]: readonly string[][],
  name: string,
): Promise<FastifyReply> {
  const bytes = await writeXlsxFile([
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((cells) => cells.map((value) => ({ value }))),
  ]).toBuffer()
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(bytes)
}

function sendPdf(reply: FastifyReply, bytes: Buffer, name: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}"`)
    .type('application/pdf')
    .send(bytes)
}
