import type { Ask, Client, Family } from './client.ts'
import { type Change, type Life, pageOf } from './life.ts'

/** A ministry's portal of 2026: a token, a code from the national numbering, files first, then the dossier, its steps and its states. */
export const FAMILY_D: Family = {
  name: 'D',
  threads: 4,
  timeoutMs: 60_000,
  deliver,
  book: (life, memory) => ({
    ...pageOf(life, { steps: life.changes.length * 2 }),
    code: memory.get(`code ${life.index}`) ?? '',
    // What this family never tells.
    receivedAt: life.receivedAt ?? null,
    dueAt: null,
    finishedAt: null,
    returnedAt: null,
  }),
}

type Answer = { readonly code: number; readonly message: string; readonly data?: Record<string, unknown> }

async function deliver(client: Client, life: Life, change: Change): Promise<boolean> {
  const token = await tokenOf(client)
  const ask = async (request: Ask): Promise<Record<string, unknown>> => {
    const { status, text } = await client.send({
      ...request,
      headers: { authorization: `Bearer ${token}`, ...request.headers },
    })
    if (status !== 200) throw new Error(`${request.path} answered ${status}: ${text.slice(0, 200)}`)
    return JSON.parse(text) as Record<string, unknown>
  }
  const { memory } = client
  const code = memory.get(`code ${life.index}`) ?? (await nextCode(client, ask))
  // A number that was given is this dossier's, whatever becomes of the calls after it.
  memory.set(`code ${life.index}`, code)
  const id = memory.get(`id ${life.index}`) ?? (await create(client, life, code, ask))
  memory.set(`id ${life.index}`, id)
  await ask(json('CapNhatTienTrinh', [stepOf(id, code, change)]))
  await ask(json('CapNhatTrangThai', [stateOf(id, code, change)]))
  return true
}

async function tokenOf(client: Client): Promise<string> {
  const kept = client.memory.get('token')
  const until = Number(client.memory.get('token until') ?? 0)
  if (kept !== undefined && performance.now() < until) return kept
  const { status, text } = await client.send(
    json('GetToken', { client_id: client.username, client_secret: client.password }),
  )
  if (status !== 200) throw new Error(`GetToken answered ${status}`)
  const { data } = JSON.parse(text) as Answer
  const token = String(data?.['access_token'])
  client.memory.set('token', token)
  client.memory.set('token until', String(performance.now() + Number(data?.['expires_in']) * 500))
  return token
}

type Asker = (request: Ask) => Promise<Record<string, unknown>>

async function nextCode({ madonvi }: Client, ask: Asker): Promise<string> {
  const { value } = await ask({ method: 'GET', path: `/NoiHoSo/GetNextValue?code=${madonvi}` })
  return String(value)
}

async function create(client: Client, life: Life, code: string, ask: Asker): Promise<string> {
  const uploaded = await ask({
    method: 'POST',
    path: '/NoiHoSo/UploadFile',
    file: { field: 'files', name: 'Tờ khai.pdf', bytes: PDF },
  })
  const [first] = uploaded['data'] as { response: { data: { IdTepTin: string; HashTepTin: string }[] } }[]
  const file = first?.response.data[0]
  const made = await ask(
    json('CreateDossier', {
      MaHoSo: code,
      MaTTHC: life.procedure,
      MaDichVuCong: `${life.procedure}.01`,
      ChuHoSo: life.applicant,
      LoaiDoiTuong: life.isOrganization ? 1 : 0,
      MaDonViTiepNhan: client.madonvi,
      NgayNop: local(life.changes[0]?.at),
      NgayTiepNhan: life.receivedAt ? local(life.receivedAt) : null,
      EformThongTinChiTiet: { noiDung: 'Đăng ký' },
      ThanhPhanHoSo: [
        {
          MaThanhPhanHoSo: 'TP01',
          TenThanhPhanHoSo: 'Tờ khai',
          SoLuong: 1,
          LoaiBan: 2,
          GiayToDinhKem: [
            {
              IdGiayTo: file?.IdTepTin,
              MaKetQua: '',
              TenGiayTo: 'Tờ khai.pdf',
              HashTepTin: file?.HashTepTin,
            },
          ],
        },
      ],
      ThongTinNguoiNop: {
        LoaiDoiTuong: 0,
        IdDoiTuong: '',
        ThongTinChiTiet: { TenNguoiNop: life.applicant, SoDinhDanh: '', NgayCapDinhDanh: '', NgaySinh: '' },
      },
    }),
  )
  const { idHoSo } = made['data'] as { idHoSo: string }
  return idHoSo
}

function stepOf(id: string, code: string, { at, officer, note, status }: Change): Record<string, unknown> {
  return {
    IDHoSo: id,
    MaHoSo: code,
    NguoiXuLy: officer,
    ThoiDiemXuLy: at.toISOString(),
    PhongBanXuLy: 'Phòng Một cửa',
    NoiDungXuLy: note,
    TrangThai: status,
    NgayBatDau: at.toISOString(),
    NgayKetThucTheoQuyDinh: at.toISOString(),
  }
}

function stateOf(id: string, code: string, { status, note }: Change): Record<string, unknown> {
  const lists = [5, 6, 9].includes(status) ? { DanhSachLePhi: [], DanhSachGiayToKetQua: [] } : {}
  return {
    IdHoSo: id,
    MaHoSo: code,
    TrangThai: status,
    NoiDungYKien: '',
    PhongBanXuLy: 'Phòng Một cửa',
    NoiDungXuLy: note,
    ...lists,
  }
}

function json(name: string, body: unknown): Ask {
  return { method: 'POST', path: `/NoiHoSo/${name}`, headers: { 'content-type': 'application/json' }, body }
}

/** `yyyy-MM-dd HH:mm:ss` in Vietnamese time. */
function local(at: Date | undefined): string {
  return at ? new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ') : ''
}

/** The smallest file that is a PDF by what is in it. */
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
