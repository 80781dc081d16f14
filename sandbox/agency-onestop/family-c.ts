import type { Client, Family } from './client.ts'
import { type Change, type Life, pageOf, receivedOf, standingAfter, wire } from './life.ts'

/** The enrolment system of schools: four words for the state of a dossier, in a bare list; whether it is new stands in the address; never reads the answer. */
export const FAMILY_C: Family = {
  name: 'C',
  threads: 2,
  timeoutMs: 60_000,
  deliver,
  book: (life) => pageOf(life, { statusOf: wordOf, tellsDue: false, steps: 0 }),
}

/** Accepted 2, denied 3, supplement 1 again, result 10. */
function wordOf(status: number): number {
  if (status === 5) return 1
  if (status === 3 || status === 8) return 3
  return status === 9 || status === 10 ? 10 : 2
}

async function deliver(client: Client, life: Life, change: Change): Promise<boolean> {
  const send = async (isUpdating: boolean, status: number) => {
    const { status: http } = await client.send({
      method: 'POST',
      path: `/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=${client.madonvi}&isUpdating=${isUpdating ? 'True' : 'False'}`,
      headers: { 'content-type': 'application/json' },
      body: [dossier(life, change, status)],
    })
    if (http !== 200) throw new Error(`answered ${http}`)
  }
  // A new one is put in as filed, and taken up at once.
  if (change.number === 0) await send(false, 1)
  if (change.number > 0 || change.status !== 1) await send(true, wordOf(change.status))
  return true
}

function dossier(life: Life, change: Change, status: number): Record<string, unknown> {
  const { finishedAt, rejectedAt, returnedAt } = standingAfter(life, change.number)
  return {
    MaHoSo: life.code,
    MaTTHC: null,
    TenTTHC: 'Tuyển sinh lớp 1',
    MaLinhVuc: null,
    TenLinhVuc: null,
    SoBienNhan: '',
    ChuHoSo: life.applicant,
    LoaiDoiTuong: '1',
    MaDoiTuong: '001190000000',
    NgayTiepNhan: wire(receivedOf(life)),
    NgayHenTra: '',
    NgayTra: wire(returnedAt),
    NgayKetThucXuLy: wire(finishedAt ?? rejectedAt),
    TrangThaiHoSo: String(status),
    HinhThuc: '0',
    DonViXuLy: null,
    TaiLieuNop: [
      {
        TepDinhKemId: null,
        TenTepDinhKem: 'Giấy khai sinh.jpg',
        IsDeleted: null,
        DuongDanTaiTepTin: 'https://truong.example.vn/tep/Gi%E1%BA%A5y+khai+sinh.jpg',
      },
    ],
  }
}
