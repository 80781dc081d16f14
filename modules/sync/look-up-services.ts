import { ownersOf } from '#identity'
import { type Dossier, findDossier, STATUS } from '#register'
import { refused, rows } from './answer.ts'
import type { Service } from './call.ts'
import { textOf } from './envelope.ts'
import { syncedContent } from './queries/messages.ts'
import { writeSlashedMoment, writeWireMoment } from './wire-moment.ts'

/** TraCuuHoSo: the dossier of a code, or an empty list; only whether it is empty is looked at. Another agency's is not told. */
export const lookUpDossier: Service = async ({ services, envelope, agency, madonvi }) => {
  const code = textOf(envelope.params['mahoso'])
  if (!code) return refused('Thiếu mahoso.')
  const dossier = await findDossier(services.db, code)
  if (!dossier || dossier.agency !== agency) return rows([])
  // Who names a unit is a client of the pull channel and reads other keys.
  if (textOf(envelope.params['donvixuly'])) return rows([pullRowOf(dossier, madonvi)])
  return rows([{ ...(await syncedContent(services.db, code)), ...rowOf(dossier) }])
}

/** TraCuuTechID: the technical id of whoever carries a personal number or tax code. */
export const lookUpTechId: Service = async ({ services, envelope }) => {
  const given = textOf(envelope.params['mstorcmnd'])
  if (!given) return refused('Thiếu mstorcmnd.')
  const account = (await ownersOf(services.db, [given])).get(given)
  return rows(account ? [{ TECHNICALID: account }] : [])
}

function rowOf(dossier: Dossier): Readonly<Record<string, string>> {
  const moment = (at: Date | undefined) => (at ? writeWireMoment(at) : '')
  return {
    MaHoSo: dossier.code,
    MaTTHC: dossier.procedureCode,
    TenTTHC: dossier.procedureName,
    ChuHoSo: dossier.applicant.name,
    MaTrangThai: String(dossier.status),
    TrangThaiHoSo: String(dossier.status),
    TenTrangThai: STATUS[dossier.status].official.vi,
    DonViXuLy: dossier.agencyName,
    NgayNopHoSo: moment(dossier.submittedAt),
    NgayTiepNhan: moment(dossier.receivedAt),
    NgayHenTra: moment(dossier.dueAt),
    NgayKetThucXuLy: moment(dossier.finishedAt),
    NgayTra: moment(dossier.returnedAt),
  }
}

/** The row of the pull channel: days as `dd/MM/yyyy HH:mm:ss`. */
function pullRowOf(dossier: Dossier, madonvi: string): Readonly<Record<string, string>> {
  const moment = (at: Date | undefined) => (at ? writeSlashedMoment(at) : '')
  return {
    MaTTHC: dossier.procedureCode,
    MaDVC: dossier.procedureCode && `${dossier.procedureCode}.01`,
    TenDVC: dossier.procedureName,
    MaHoSo: dossier.code,
    HoTenNguoiNop: dossier.applicant.name,
    MaTrangThai: String(dossier.status),
    TrangThaiHoSo: STATUS[dossier.status].official.vi,
    DonViXuLy: dossier.agencyName,
    MaDonViXuLy: madonvi,
    NgayNop: moment(dossier.submittedAt),
    NgayTiepNhan: moment(dossier.receivedAt),
    NgayHenTra: moment(dossier.dueAt),
    HinhThucNhanKQ: '',
  }
}
