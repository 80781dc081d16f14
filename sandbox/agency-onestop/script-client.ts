import { type Client, type Family, post, sessionOf } from './client.ts'
import { type Change, type Life, pageOf, receivedOf, standingAfter, wire } from './life.ts'

/** The script service of the ministries' platform: straight to `/mapi`, many dossiers' worth of keys left out, looks at nothing but "0". */
export const SCRIPT_CLIENT: Family = {
  name: 'script',
  threads: 2,
  timeoutMs: 60_000,
  deliver,
  book: (life) => pageOf(life, { steps: life.changes.length }),
}

async function deliver(client: Client, life: Life, change: Change): Promise<boolean> {
  const session = await sessionOf(client, '/mapi/login')
  const ask = (service: string, more: object) =>
    post(client, '/mapi/g', { service, session, madonvi: client.madonvi, ...more })
  const { status, finishedAt, rejectedAt, returnedAt } = standingAfter(life, change.number)
  const pushed = await ask('DongBoHoSoMC', {
    isUpdating: change.number > 0,
    data: [
      {
        MaHoSo: life.code,
        MaTTHC: life.procedure,
        ChuHoSo: life.applicant,
        LoaiDoiTuong: 1,
        NgayTiepNhan: wire(receivedOf(life)),
        NgayHenTra: wire(life.dueAt),
        NgayKetThucXuLy: wire(finishedAt ?? rejectedAt),
        NgayTra: wire(returnedAt),
        TrangThaiHoSo: status,
      },
    ],
  })
  // biome-ignore lint/suspicious/noDoubleEquals: its comparison is its own.
  const isZero = (code: unknown) => code == '0'
  if (!isZero(pushed.error_code) && pushed.error_code !== '3') return false
  const stepped = await ask('CapNhatTienDoHoSoMC', {
    data: [
      {
        MaHoSo: life.code,
        NguoiXuLy: change.officer,
        ThoiDiemXuLy: wire(change.at),
        NoiDungXuLy: change.note,
        TrangThai: change.status,
      },
    ],
  })
  return isZero(stepped.error_code)
}
