import { createHash } from 'node:crypto'
import type { Status } from '#register'
import { contentIn, digestOf, type ReadClaim, type Reporter } from './claims.ts'
import { itemReader, wireText } from './field.ts'
import { CREATE_FIELDS, STATE_FIELDS } from './specs/noi-ho-so.ts'

type Item = Readonly<Record<string, unknown>>

const readCreate = itemReader(CREATE_FIELDS)
const readState = itemReader(STATE_FIELDS)

/** The id beside the code of a dossier: the same for the same code, so that nobody has to keep it. */
export function dossierId(code: string): string {
  const hex = createHash('sha256').update(`NoiHoSo ${code}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** CreateDossier: a dossier that was opened on a ministry's platform. */
export function readCreateItem(item: Item, reporter: Reporter): ReadClaim {
  const { values, faults } = readCreate(item)
  const code = wireText(values, 'MaHoSo')
  const [submittedAt, receivedAt] = [values.get('NgayNop'), values.get('NgayTiepNhan')]
  const kind = values.get('LoaiDoiTuong')
  const known = typeof kind === 'number' && kind >= 0 && kind <= 2
  const all = known || faults.length > 0 ? faults : [{ field: 'LoaiDoiTuong', why: 'phải là 0, 1 hoặc 2' }]
  if (all.length > 0 || !(submittedAt instanceof Date)) return { code, faults: all, ownerIds: [] }
  const taken = receivedAt instanceof Date ? receivedAt : undefined
  const content = contentIn(values)
  return {
    code,
    faults: [],
    content,
    ownerIds: ownerIds(values.get('ThongTinNguoiNop')),
    claim: {
      code,
      agency: reporter.agency,
      agencyName: reporter.agencyName,
      act: 'synced',
      status: taken ? 2 : 1,
      said: '',
      claimedAt: taken ?? submittedAt,
      content: {
        procedureCode: wireText(values, 'MaTTHC'),
        procedureName: '',
        applicant: { kind: kind === 0 ? 'person' : 'organization', name: wireText(values, 'ChuHoSo') },
        submittedAt,
        receivedAt: taken,
      },
      by: { kind: 'agency', id: reporter.id, agency: reporter.agency },
      digest: digestOf('CreateDossier', content),
    },
  }
}

/** CapNhatTrangThai: it tells no moment of its own, so it is of the moment in which it came. */
export function readStateItem(item: Item, reporter: Reporter): ReadClaim {
  const { values, faults } = readState(item)
  const code = wireText(values, 'MaHoSo')
  if (faults.length > 0) return { code, faults, ownerIds: [] }
  const status = values.get('TrangThai') as Status
  const text = [wireText(values, 'NoiDungXuLy'), wireText(values, 'NoiDungYKien')].filter(Boolean).join(': ')
  const content = contentIn(values)
  return {
    code,
    faults: [],
    ownerIds: [],
    claim: {
      code,
      agency: reporter.agency,
      agencyName: reporter.agencyName,
      act: 'progressed',
      status,
      said: String(status),
      claimedAt: reporter.arrivedAt,
      text: text || undefined,
      by: {
        kind: 'agency',
        id: reporter.id,
        post: wireText(values, 'PhongBanXuLy') || undefined,
        agency: reporter.agency,
      },
      digest: digestOf('CapNhatTrangThai', content),
    },
  }
}

/** Number of the applicant, and of the one for whom it is filed: of the owner first. */
function ownerIds(given: unknown): string[] {
  const detail = fieldOf(given, 'ThongTinChiTiet')
  return ['SoDinhDanhChuHs', 'SoDinhDanh']
    .map((name) => fieldOf(detail, name))
    .filter((id): id is string => typeof id === 'string' && id.trim() !== '')
}

function fieldOf(given: unknown, name: string): unknown {
  return typeof given === 'object' && given !== null ? (given as Item)[name] : undefined
}
