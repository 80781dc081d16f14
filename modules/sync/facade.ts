import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http'
import { accountOfSession } from './account.ts'
import { type Answer, refused } from './answer.ts'
import { type Door, serve } from './dispatch.ts'
import { type Envelope, readBody, readFlag } from './envelope.ts'
import { agencyOfNetwork } from './network.ts'

type Query = Readonly<Record<string, unknown>>
type Way = {
  readonly service: string
  /** From the address; absent: as the query says. */
  readonly isUpdating?: boolean
}

/** Channel 3: what provincial systems post, a bare list (or one bare object), each service at an address of its own. */
const POSTS: Readonly<Record<string, Way>> = {
  '/api/SynsTTHCC/DongBoHoSoMC': { service: 'DongBoHoSoMC' },
  '/api/SynsTTHCC/CapNhatTienDoHoSoMC': { service: 'CapNhatTienDoHoSoMC' },
  '/KetNoiMotCuaQuocGia/DongBoHoSoMC': { service: 'DongBoHoSoMC', isUpdating: false },
  '/KetNoiMotCuaQuocGia/CapNhatHoSoMC': { service: 'DongBoHoSoMC', isUpdating: true },
  '/KetNoiMotCuaQuocGia/CapNhatTienDoHoSoMC': { service: 'CapNhatTienDoHoSoMC' },
  '/KetNoiMotCuaQuocGia/DongBoTrangThaiHoSoKM': { service: 'DongBoTrangThaiHoSo' },
}

/** What they read: the national answer as a text inside `message`. */
const GETS = [
  'LayDanhSachTTHC',
  'LayThuTuc',
  'LayQDCB',
  'LayDanhMucLinhVuc',
  'LayDanhMucLoaiThuTuc',
  'LayDanhMucNhomThuTuc',
  'LayDanhMucThuTucThuocLoai',
] as const

type Send = (reply: FastifyReply, said: unknown) => FastifyReply

/**
 * Cửa của các tỉnh. Its clients send no credential: they are known by the network that they come from, which speaks for one agency. A
 * session is taken as well, as a Bearer token.
 */
export function facadeRoutes(scope: App, door: Door, send: Send): void {
  const networkOf = agencyOfNetwork(door.services.syncNetworks)
  const config = { access: 'anyone', isApi: true, rateLimit: { max: 600_000 } } as const
  const ask = async (
    request: FastifyRequest,
    envelope: Omit<Envelope, 'session' | 'madonvi'>,
    body: Buffer,
  ) => {
    const arrivedAt = door.services.clock()
    const query = namesInSmall(request.query as Query)
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const account = bearer ? await accountOfSession(door.services.db, bearer, arrivedAt) : undefined
    const network = networkOf(request.ip)
    const madonvi = account?.agencyCode ?? network
    if (madonvi === undefined)
      return refused('Địa chỉ mạng này chưa được đăng ký cho cơ quan nào, và không có phiên làm việc.')
    const said = textIn(query, 'madinhdanhdv') ?? textIn(query, 'madonvi')
    const asked = { ...envelope, session: bearer, madonvi: said }
    return serve(door, { envelope: asked, account, madonvi, saidFor: said, body, arrivedAt })
  }

  for (const [path, { service, isUpdating }] of Object.entries(POSTS))
    scope.post(path, { config, schema: { hide: true } }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const read = readBody(body)
      if (!read.ok) return send(reply, refused(read.why))
      const query = namesInSmall(request.query as Query)
      const updating = isUpdating ?? readFlag(query['isupdating'])
      return send(
        reply,
        await ask(request, { service, params: query, data: read.value, isUpdating: updating }, body),
      )
    })
  for (const service of GETS)
    scope.get(
      `/KetNoiMotCuaQuocGia/${service}`,
      { config, schema: { hide: true } },
      async (request, reply) => {
        const params = namesInSmall(request.query as Query)
        const said = await ask(
          request,
          { service, params, data: undefined, isUpdating: undefined },
          Buffer.alloc(0),
        )
        return send(reply, wrapped(said))
      },
    )
  scope.get(
    '/KetNoiMotCuaQuocGia/TraCuuTechID',
    { config, schema: { hide: true } },
    async (request, reply) => {
      const params = namesInSmall(request.query as Query)
      const service = 'TraCuuTechID'
      return send(
        reply,
        await ask(request, { service, params, data: undefined, isUpdating: undefined }, Buffer.alloc(0)),
      )
    },
  )
}

function wrapped(said: Answer): Answer {
  return { error_code: said.error_code, message: JSON.stringify(said) }
}

function namesInSmall(query: Query): Query {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name.toLowerCase(), value]))
}

function textIn(query: Query, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
