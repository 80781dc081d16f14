import type { Service } from './call.ts'
import { CATALOGUE_SERVICES } from './catalogue-services.ts'
import { syncDossiers, syncProgress } from './dossier-services.ts'
import { lookUpDossier, lookUpTechId } from './look-up-services.ts'
import { syncNoticeStatus } from './notices.ts'
import { listFiledDossiers, readFiledPaper } from './pull-services.ts'
import { syncEvaluations, syncStatistics } from './report-services.ts'

const TABLE: Readonly<Record<string, Service>> = {
  DongBoHoSoMC: syncDossiers,
  CapNhatTienDoHoSoMC: syncProgress,
  DongBoTrangThaiHoSo: syncNoticeStatus,
  DongBoDanhGia: syncEvaluations,
  DongBoThongKeHoSo: syncStatistics,
  TraCuuHoSo: lookUpDossier,
  TraCuuTechID: lookUpTechId,
  DanhSachHoSo: listFiledDossiers,
  LayTaiLieuHoSo: readFiledPaper,
  ...CATALOGUE_SERVICES,
}

/** Every service by its name in small letters. */
export const SERVICES: ReadonlyMap<string, Service> = new Map(
  Object.entries(TABLE).map(([name, service]) => [name.toLowerCase(), service]),
)
