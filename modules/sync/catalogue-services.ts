import { findProcedure, listFields, publicProcedures } from '#catalogue'
import { listAgencies, listCommunes, listProvinces } from '#directory'
import { civilDate } from '#kernel/civil-date'
import type { Db } from '#platform/db'
import { shortMemory } from '#platform/short-memory'
import { type Answer, CODES, PHRASES, refused, rows } from './answer.ts'
import type { Service } from './call.ts'
import { nationalCode } from './claims.ts'
import { textOf } from './envelope.ts'
import { procedureRow } from './procedure-row.ts'
import { SHARED_LISTS } from './specs/shared-lists.ts'

const LEVELS: Readonly<Record<string, string>> = { central: 'Bộ', province: 'Tỉnh', commune: 'Xã' }
const PAGE = 500

/** LayDanhSachTTHC: every public procedure. */
const listProcedures: Service = ({ services: { db } }) =>
  kept(db, 'LayDanhSachTTHC', async () =>
    rows((await publicProcedures(db)).map(({ code, name }) => ({ MATTHC: code, TENTTHC: name }))),
  )

/** LayThuTuc: one procedure; a code that the catalogue does not have is an empty list. A local code is looked for by its national part. */
const readProcedure: Service = async ({ services: { db, publicUrl }, envelope: { params } }) => {
  const given = textOf(params['matthc'])
  if (!given) return refused('Thiếu maTTHC.')
  const national = nationalCode(given)
  const procedure =
    (await findProcedure(db, given)) ?? (national ? await findProcedure(db, national) : undefined)
  return rows(procedure ? [procedureRow(procedure, publicUrl)] : [])
}

/** LayDVC: services; `result` is an object with `data`, as clients read it. */
const listServices: Service = ({ services: { db } }) =>
  kept(db, 'LayDVC', async (): Promise<Answer> => {
    const data = (await publicProcedures(db)).map(({ code, name, fieldName, ownerName }) => ({
      MADVC: `${code}.01`,
      TENDVC: name,
      MATTHC: code,
      TENTTHC: name,
      TENCOQUANBANHANH: ownerName,
      TENLINHVUC: fieldName,
      APDUNGDVC: [],
    }))
    return { error_code: CODES.done, message: PHRASES.found, result: { data }, data }
  })

const listAllAgencies: Service = ({ services: { db, clock } }) =>
  kept(db, 'LayDanhMucCoQuan', async () => {
    const on = civilDate(clock())
    const all: Readonly<Record<string, string>>[] = []
    let cursor: string | undefined
    do {
      const page = await listAgencies(db, { limit: PAGE, ...(cursor && { cursor }) }, on)
      for (const { handle, code, name, level } of page.agencies)
        all.push({ MADONVI: code ?? handle, TENDONVI: name, CAPDONVI: LEVELS[level] ?? '' })
      cursor = page.nextCursor
    } while (cursor)
    return rows(all)
  })

const listAllFields: Service = ({ services: { db } }) =>
  kept(db, 'LayDanhMucLinhVuc', async () => {
    const owners = new Map(
      (await publicProcedures(db)).map(({ fieldName, ownerCode }) => [fieldName, ownerCode]),
    )
    const fields = await listFields(db)
    return rows(
      fields.map(({ slug, name }) => ({
        MALINHVUC: slug,
        TENLINHVUC: name,
        MANGANH: owners.get(name) ?? '',
      })),
    )
  })

const listAllProvinces: Service = ({ services: { db, clock } }) =>
  kept(db, 'LayDanhMucTinhThanh', async () =>
    rows(
      (await listProvinces(db, civilDate(clock()))).map(({ code, name }) => ({
        MATINHTHANH: code,
        TENTINHTHANH: name,
      })),
    ),
  )

/** Of one province, or of all. */
const listAllCommunes: Service = async (call) => {
  const { services, envelope } = call
  const { db } = services
  const of = textOf(envelope.params['matinhthanh']) ?? textOf(envelope.params['matinh'])
  return kept(db, `LayDanhMucPhuongXa ${of ?? ''}`, async () => {
    const on = civilDate(services.clock())
    const provinces = of ? [{ code: of }] : await listProvinces(db, on)
    const all: Readonly<Record<string, string>>[] = []
    for (const { code: province } of provinces)
      for (const { code, name } of await listCommunes(db, province, on))
        all.push({ MAPHUONGXA: code, TENPHUONGXA: name, MATINHTHANH: province })
    return rows(all)
  })
}

/** Districts are of the time before 1/7/2025. */
const nothing: Service = () => Promise.resolve(rows([]))

function sharedList(name: string): Service {
  const { suffix, entries } = SHARED_LISTS[name] ?? { suffix: '', entries: [] }
  const list = entries.map(([code, text]) => ({ [`MA${suffix}`]: code, [`TEN${suffix}`]: text }))
  return () => Promise.resolve(rows(list))
}

export const CATALOGUE_SERVICES: Readonly<Record<string, Service>> = {
  LayDanhSachTTHC: listProcedures,
  LayThuTuc: readProcedure,
  LayDVC: listServices,
  LayDanhMucCoQuan: listAllAgencies,
  LayDanhMucLinhVuc: listAllFields,
  LayDanhMucTinhThanh: listAllProvinces,
  LayDanhMucPhuongXa: listAllCommunes,
  LayDanhMucQuanHuyen: nothing,
  LayDanhMucThuTucThuocLoai: nothing,
  LayDanhMucNhomThuTuc: nothing,
  LayQDCB: nothing,
  ...Object.fromEntries(Object.keys(SHARED_LISTS).map((name) => [name, sharedList(name)])),
}

/** The same for everybody for a minute: clients of a whole country read these every night. */
function kept(db: Db, key: string, make: () => Promise<Answer>): Promise<Answer> {
  return memory(db, key, make)
}

const memory = shortMemory<Answer>({ forMs: 60_000, most: 100 })
