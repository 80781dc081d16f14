import type { FastifyReply, FastifyRequest } from 'fastify'
import { findFiles, keepBytes, requireWhole, storeFile } from '#documents'
import { Refusal } from '#kernel/refusal'
import { isDatabaseAway } from '#platform/database-away'
import type { App } from '#platform/http'
import { findDossiers, issueDossierCode } from '#register'
import { accountOfSession, type IntegrationAccount, logIn, maySpeakFor } from './account.ts'
import { agencyOf } from './agency-of-code.ts'
import { written } from './answer.ts'
import type { Call } from './call.ts'
import { type ReadClaim, readProgressItem } from './claims.ts'
import { BUSY, type Door, isBusy } from './dispatch.ts'
import { completed, itemsOf, keepRead, reporterOf } from './dossier-services.ts'
import { readEnvelope, textOf } from './envelope.ts'
import { dossierId, readCreateItem, readStateItem } from './noi-ho-so-claims.ts'

const EXPIRES_IN_SECONDS = 1_800
const BASE = '/NoiHoSo'

/** What is wrong, with the HTTP status by which clients of this channel judge. */
class Wrong extends Error {
  readonly status: 400 | 401 | 403 | 404 | 502

  constructor(status: Wrong['status'], message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Kênh NoiHoSo: a ministry's platform gets a token and the next code, sends files first, then the dossier that names them, its steps and its
 * states. Unlike the adapter it answers by HTTP status: 400 a wrong or missing field, 401 the token, 403 another agency's, 404 unknown.
 */
export function noiHoSoRoutes(app: App, door: Door): void {
  const { services } = door
  const config = { access: 'anyone', isApi: true, rateLimit: { max: 600_000 } } as const
  const options = { config, schema: { hide: true } }
  const guarded =
    (work: (request: FastifyRequest, account: IntegrationAccount) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        return send(reply, 200, await work(request, await bearer(door, request)))
      } catch (error) {
        return failed(request, reply, error)
      }
    }
  void app.register(async (scope) => {
    scope.setErrorHandler((error: unknown, request, reply) => failed(request, reply, error))
    scope.post(`${BASE}/GetToken`, options, async (request, reply) => {
      const params = readEnvelope(request.body)?.params ?? {}
      const [username, password] = [params['client_id'], params['client_secret']]
      if (typeof username !== 'string' || typeof password !== 'string')
        return send(reply, 400, { code: 400, message: 'Thiếu client_id hoặc client_secret.' })
      const token = await logIn(services.db, { username, password }, services.clock())
      if (!token) return send(reply, 401, { code: 401, message: 'client_id hoặc client_secret không đúng.' })
      const data = {
        access_token: token,
        expires_in: EXPIRES_IN_SECONDS,
        token_type: 'Bearer',
        scope: 'default',
      }
      return send(reply, 200, said(data))
    })
    const nextValue = guarded(async (request, account) => {
      const { code } = request.query as { code?: string }
      if (!code) throw new Wrong(400, 'Thiếu code: mã đơn vị.')
      const agency = await spokenFor(door, account, code)
      return { value: await issueDossierCode(services.db, { agency: agency.handle, at: services.clock() }) }
    })
    scope.get(`${BASE}/GetNextValue`, options, nextValue)
    scope.put('/bt/pattern/:id/--get-next-value', options, nextValue)
    scope.post(
      `${BASE}/UploadFile`,
      { ...options, config: { ...config, uploads: true } },
      guarded((request, account) => upload(door, request, account)),
    )
    scope.post(
      `${BASE}/CreateDossier`,
      options,
      guarded((request, account) => create(door, request, account)),
    )
    scope.post(
      `${BASE}/CapNhatTienTrinh`,
      options,
      guarded((request, account) => report(door, request, { account, service: 'CapNhatTienTrinh' })),
    )
    scope.post(
      `${BASE}/CapNhatTrangThai`,
      options,
      guarded((request, account) => report(door, request, { account, service: 'CapNhatTrangThai' })),
    )
  })
}

async function bearer({ services }: Door, { headers }: FastifyRequest): Promise<IntegrationAccount> {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const account = token && (await accountOfSession(services.db, token, services.clock()))
  if (!account) throw new Wrong(401, 'Thiếu token, hoặc token không đúng hay đã hết hạn. Hãy gọi GetToken.')
  return account
}

async function spokenFor(door: Door, account: IntegrationAccount, code: string) {
  if (!maySpeakFor(account, code)) throw new Wrong(403, `Tài khoản không được gửi thay cho đơn vị ${code}.`)
  return agencyOf(door.services, code)
}

/** Files first: each is known by its id and the SHA-256 of what is in it. */
async function upload({ services }: Door, request: FastifyRequest, account: IntegrationAccount) {
  const posted = (request.postedFiles ?? []).filter(({ field }) => field === 'files')
  if (posted.length === 0) throw new Wrong(400, 'Thiếu tệp ở trường files (multipart/form-data).')
  const kept: { IdTepTin: string; HashTepTin: string }[] = []
  for (const file of posted) {
    requireWhole(file)
    const bytes = await keepBytes(services, {
      bytes: file.bytes,
      name: file.name,
      owner: ownerOf(account),
      uploadedBy: account.username,
      now: services.clock(),
    })
    const { id, sha256 } = await services.db.transaction((tx) => storeFile(tx, services, bytes))
    kept.push({ IdTepTin: id, HashTepTin: sha256 })
  }
  return { ...said([]), data: [{ response: { data: kept } }] }
}

async function create(door: Door, request: FastifyRequest, account: IntegrationAccount) {
  const item = objectOf(request.body)
  const unit = typeof item['MaDonViTiepNhan'] === 'string' ? item['MaDonViTiepNhan'] : account.agencyCode
  const call = await callOf(door, { account, madonvi: unit, body: item })
  const [read] = await completed(call, [readCreateItem(item, reporterOf(call))])
  if (!read) throw new Wrong(400, 'Thiếu nội dung hồ sơ.')
  requireGood(read)
  await requireFiles(door, account, item)
  const outcome = (await kept(door, call, 'CreateDossier', [read])).get(read)
  if (outcome?.result === 'foreign') throw new Wrong(403, `Hồ sơ ${read.code} (MaHoSo) thuộc cơ quan khác.`)
  return said({ idHoSo: dossierId(read.code), maHoSo: read.code })
}

type Reporting = {
  readonly account: IntegrationAccount
  readonly service: 'CapNhatTienTrinh' | 'CapNhatTrangThai'
}

/** Steps (IDHoSo) or states (IdHoSo) of dossiers that are known: of all of them, or of none. */
async function report(door: Door, request: FastifyRequest, { account, service }: Reporting) {
  const items = itemsOf(request.body)
  if (typeof items === 'string') throw new Wrong(400, items)
  const call = await callOf(door, { account, madonvi: account.agencyCode, body: request.body })
  const dossiers = await findDossiers(door.services.db, [
    ...new Set(items.map((item) => textOf(item['MaHoSo']) ?? '')),
  ])
  const read: ReadClaim[] = []
  for (const item of items) {
    const code = textOf(item['MaHoSo']) ?? ''
    const dossier = dossiers.get(code)
    if (!dossier) throw new Wrong(404, `Không có hồ sơ ${code || '(thiếu MaHoSo)'}.`)
    const id = item['IDHoSo'] ?? item['IdHoSo']
    if (id !== undefined && id !== '' && id !== dossierId(code))
      throw new Wrong(404, `IdHoSo không phải của hồ sơ ${code}.`)
    const isOwn = dossier.agency === call.agency || maySpeakFor(account, dossier.agency)
    if (!isOwn) throw new Wrong(403, `Hồ sơ ${code} (MaHoSo) thuộc cơ quan khác.`)
    const reporter = { ...reporterOf(call), agency: dossier.agency, agencyName: dossier.agencyName }
    const one =
      service === 'CapNhatTienTrinh' ? readProgressItem(item, reporter) : readStateItem(item, reporter)
    requireGood(one)
    read.push(one)
  }
  await kept(door, call, service, read)
  return said([])
}

function requireGood({ code, faults }: ReadClaim): void {
  if (faults.length === 0) return
  const why = faults.map(({ field, why: what }) => `${field} ${what}`).join('; ')
  throw new Wrong(400, `Hồ sơ ${code || '(thiếu MaHoSo)'}: ${why}.`)
}

/** Every paper that names a file names one that this account uploaded, with its hash. */
async function requireFiles({ services }: Door, account: IntegrationAccount, item: Record<string, unknown>) {
  const parts = Array.isArray(item['ThanhPhanHoSo'])
    ? (item['ThanhPhanHoSo'] as Record<string, unknown>[])
    : []
  const papers = parts.flatMap(({ GiayToDinhKem: list }) =>
    Array.isArray(list) ? (list as Record<string, unknown>[]) : [],
  )
  const named = papers
    .map((paper) => ({ id: textOf(paper['IdGiayTo']) ?? '', hash: textOf(paper['HashTepTin']) ?? '' }))
    .filter(({ id }) => id !== '')
  const wrong = named.find(({ id }) => !/^[0-9a-f-]{36}$/i.test(id))
  const files = await findFiles(services.db, wrong ? [] : named.map(({ id }) => id))
  for (const { id, hash } of named) {
    const file = files.get(id.toLowerCase())
    if (!file || file.owner !== ownerOf(account) || (hash !== '' && hash.toLowerCase() !== file.sha256))
      throw new Wrong(400, `IdGiayTo hoặc HashTepTin ${id}: không phải tệp đã tải lên bằng UploadFile.`)
  }
}

function ownerOf({ id }: IntegrationAccount): string {
  return `integration:${id}`
}

async function kept(door: Door, call: Call, service: string, read: readonly ReadClaim[]) {
  if (isBusy(door, call.agency)) throw new Wrong(502, BUSY)
  return door.turnstile.pass(call.agency, () => keepRead(call, service, read))
}

async function callOf(
  door: Door,
  { account, madonvi, body }: { account: IntegrationAccount; madonvi: string; body: unknown },
): Promise<Call> {
  const { services, intake } = door
  const agency = await spokenFor(door, account, madonvi)
  const envelope = {
    session: undefined,
    madonvi,
    service: '',
    params: {},
    data: body,
    isUpdating: undefined,
  }
  return {
    services,
    intake,
    account,
    agency: agency.handle,
    agencyName: agency.name,
    madonvi,
    envelope,
    body: Buffer.from(JSON.stringify(body)),
    arrivedAt: services.clock(),
  }
}

function objectOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Wrong(400, 'Nội dung phải là một đối tượng JSON.')
  return body as Record<string, unknown>
}

function said(data: unknown) {
  return { code: 200, message: 'Thành công', data }
}

function send(reply: FastifyReply, status: number, answer: unknown): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(written(answer))
}

function failed(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof Wrong) return send(reply, error.status, { code: error.status, message: error.message })
  if (error instanceof Refusal)
    return send(reply, 400, { code: 400, message: `Tệp không được nhận (${error.code}).` })
  const { statusCode } = error as { statusCode?: number }
  if (statusCode !== undefined && statusCode < 500)
    return send(reply, 400, {
      code: 400,
      message: 'Nội dung gửi lên không đọc được. Hãy gửi JSON ở bảng mã UTF-8.',
    })
  const isAway = isDatabaseAway(error)
  if (!isAway) request.log.error({ err: error }, 'a call of NoiHoSo was not answered')
  return send(reply, 502, { code: 502, message: BUSY })
}
