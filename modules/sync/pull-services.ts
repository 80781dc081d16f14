import { buffer } from 'node:stream/consumers'
import { findFiles } from '#documents'
import { contentsByCode } from '#filing'
import { readWithLog } from '#identity'
import { DAY_MS } from '#kernel/civil-date'
import type { Tx } from '#platform/db'
import { type Dossier, findDossier, listFiled } from '#register'
import { maySpeakFor } from './account.ts'
import { agencyOf } from './agency-of-code.ts'
import { done, PHRASES, refused, rows } from './answer.ts'
import type { Call, Service } from './call.ts'
import { textOf } from './envelope.ts'
import { readWireMoment, writeWireMoment } from './wire-moment.ts'

/** Dossiers of one answer: with more, the client asks for fewer days. */
const MOST_ROWS = 500
const MOST_DAYS = 31
/** What clients read of an applicant where the form has a question of that name; there and empty where it has none. */
const ANSWER_KEYS = [
  'hoTenIn',
  'hoDem',
  'ten',
  'gioiTinh',
  'ngaySinh',
  'quocTich',
  'soCmndCu',
  'soCmnd',
  'noiCapCmnd',
  'ngayCapCmnd',
  'noiCuTru',
  'dvhcNoiCuTru',
  'noiThuongTru',
  'dvhcNoiThuongTru',
  'anhChanDung',
  'nguoiNhanHoSo',
  'noiHocLaiXe',
  'namHocLaiXe',
  'hangDaoTao',
  'soNamLaiXe',
  'soKmLxAnToan',
  'lyDoDoiGplx',
  'mucDichDoiGplx',
  'maDonViVpdk',
] as const

/** DanhSachHoSo: what was filed at the portal with a unit from one day to another, with the papers that LayTaiLieuHoSo opens. */
export const listFiledDossiers: Service = async (call) => {
  const { envelope, services } = call
  const unit = await unitOf(call)
  if (typeof unit === 'string') return refused(unit)
  const [from, last] = [dayIn(envelope.params['ngaynhan1']), dayIn(envelope.params['ngaynhan2'])]
  if (!from || !last) return refused('Thiếu ngayNhan1 hoặc ngayNhan2, dạng yyyy-MM-dd.')
  if (last < from || last.getTime() - from.getTime() > MOST_DAYS * DAY_MS)
    return refused(`ngayNhan2 phải từ ngayNhan1 đến ${MOST_DAYS} ngày sau đó.`)
  const until = new Date(last.getTime() + DAY_MS)
  const dossiers = await listFiled(services.db, { agency: unit.agency, from, until, limit: MOST_ROWS + 1 })
  if (dossiers.length > MOST_ROWS) return refused(`Có hơn ${MOST_ROWS} hồ sơ. Hãy hỏi ít ngày hơn.`)
  const found = await services.db.transaction(async (tx) => {
    const contents = await contentsByCode(
      tx,
      dossiers.map(({ code }) => code),
    )
    for (const dossier of dossiers) await noteReading(tx, call, dossier, 'dossier')
    return contents
  })
  return rows(
    dossiers.map((dossier) => {
      const content = found.get(dossier.code)
      const answers: Readonly<Record<string, unknown>> = content?.answers ?? {}
      return {
        ...Object.fromEntries(ANSWER_KEYS.map((key) => [key, textOf(answers[key]) ?? ''])),
        maDangKyCu: '',
        maDangKyDvc: dossier.code,
        maHoSo: dossier.code,
        hoTen: dossier.applicant.name,
        maDonVi: unit.code,
        ngayNhanHoSo: dayOf(dossier.submittedAt),
        ngayHenTraGplx: dossier.dueAt ? dayOf(dossier.dueAt) : '',
        loaiHoSo: dossier.procedureCode,
        gplxDaCap: [],
        hoSoDinhKem: (content?.files ?? []).map(({ id, field, name }) => ({
          magiayto: field,
          tengiayto: name,
          filedinhkem: `/${dossier.code}/${id}`,
        })),
      }
    }),
  )
}

/** LayTaiLieuHoSo: one paper of such a dossier, by the path that the list gave. Nothing else is a path here. */
export const readFiledPaper: Service = async (call) => {
  const { services, envelope } = call
  const unit = await unitOf(call)
  if (typeof unit === 'string') return refused(unit)
  const path = textOf(envelope.params['duongdanteptin']) ?? ''
  const [, code = '', id = ''] = /^\/([^/]{1,64})\/([0-9a-f-]{36})$/.exec(path) ?? []
  const dossier = code ? await findDossier(services.db, code) : undefined
  const content = dossier && (await contentsByCode(services.db, [code])).get(code)
  const isNamed = dossier?.agency === unit.agency && content?.files.some((file) => file.id === id)
  const file = isNamed ? (await findFiles(services.db, [id])).get(id) : undefined
  if (!dossier || !file) return refused('Không có tài liệu tại duongdanteptin này.')
  if (file.scan === 'waiting' || file.scan === 'infected')
    return refused('Tài liệu chưa được kiểm tra an toàn. Hãy gọi lại sau.')
  await services.db.transaction((tx) => noteReading(tx, call, dossier, 'papers'))
  const bytes = await buffer(await services.files.read(file.sha256))
  const paper = { Base64: bytes.toString('base64'), DuongDan: path, TenTaiLieu: file.name }
  return done(PHRASES.found, { TepTinDinhKem: [paper], result: [paper] })
}

/** The unit that is asked about: the account's own, or one that it was granted. A text says what is wrong. */
async function unitOf({ services, account, agency, madonvi, envelope }: Call) {
  const said = textOf(envelope.params['donvixuly'])
  if (said === undefined) return { agency, code: madonvi }
  if (account && !maySpeakFor(account, said))
    return `Tài khoản không được đọc hồ sơ của đơn vị ${said} (donViXuLy).`
  const unit = account ? await agencyOf(services, said) : undefined
  return unit ? { agency: unit.handle, code: said } : { agency, code: madonvi }
}

/** The owner sees in the access log which agency's system has read what of theirs. */
async function noteReading(
  tx: Tx,
  { agency, account, madonvi, arrivedAt }: Call,
  { code, applicant }: Dossier,
  group: 'dossier' | 'papers',
): Promise<void> {
  if (applicant.owner === undefined) return
  const reader = { kind: 'agency', client: account?.username ?? madonvi, agency } as const
  const opening = {
    reader,
    data: [group],
    purpose: 'handle_dossier',
    dossierCode: code,
    now: arrivedAt,
  } as const
  await readWithLog(tx, { ...opening, subject: applicant.owner }, async () => undefined)
}

function dayIn(given: unknown): Date | undefined {
  const text = textOf(given) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? readWireMoment(text) : undefined
}

/** `yyyy-MM-dd` in Vietnamese time. */
function dayOf(at: Date): string {
  return writeWireMoment(at).replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
}
