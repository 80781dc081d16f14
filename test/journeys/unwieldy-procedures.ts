import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readLines } from '#catalogue'
import { ROOT } from '#platform/root'

const CATALOGUE = join(ROOT, '..', 'shared', 'data', 'procedures.jsonl.gz')
/** The longest names of the national catalogue, and the longest records. */
const REAL = ['1.013980', '1.013962', '1.012470', '1.013225', '2.001538']

export const INVENTED_CODE = '9.900009'
const CLAUSE =
  'đăng ký, cấp lại, cấp đổi, gia hạn, sửa đổi, bổ sung, thu hồi giấy chứng nhận đủ điều kiện đối với tổ chức, cá nhân trong nước, tổ chức, cá nhân nước ngoài'
const LONG_NAME = `Thủ tục ${Array.from({ length: 7 }, () => CLAUSE).join('; ')}`

const INVENTED = {
  code: INVENTED_CODE,
  name: LONG_NAME,
  decision_no: '1/QĐ-BTN',
  field: 'Chuyển đổi, sắp xếp lại doanh nghiệp do Nhà nước nắm giữ và những việc khác có tên rất dài',
  levels: ['MINISTRY', 'PROVINCE', 'COMMUNE'],
  owner_code: 'G10',
  owner_name: 'Bộ Nông nghiệp và Môi trường',
  executing_agencies: ['Ủy ban nhân dân cấp xã', 'Chi nhánh văn phòng đăng ký', LONG_NAME],
  subjects: ['Công dân Việt Nam', 'Doanh nghiệp có vốn đầu tư nước ngoài'],
  steps: `Bước 1: ${CLAUSE}\nBước 2: ${LONG_NAME}`,
  methods: [
    {
      channel: 'DIRECT',
      time_value: 12.5,
      time_unit: 'WORKING_DAY',
      description: LONG_NAME,
      fees: [{ type: 'AMOUNT', amount: 123_456_789, currency: 'VND', note: LONG_NAME, suspect: true }],
    },
  ],
  dossier: [
    {
      title: LONG_NAME,
      items: [
        {
          name: LONG_NAME,
          originals: 1,
          copies: 2,
          forms: ['MauDonDeNghiCapGiayChungNhanDuDieuKienHoatDong_PhuLucSo01_BanHanhKemTheoThongTu.docx'],
        },
      ],
    },
    { title: 'Trường hợp khác', items: [{ name: 'Đơn đề nghị', originals: 1, copies: 0 }] },
  ],
  results: [{ name: LONG_NAME, code: 'KQ.G10.999999' }],
  legal_docs: ['02/2023/NĐ-CP'],
  keywords: null,
}

/** What no page may break under: an invented record, and the worst of the national catalogue where that lies beside the project. */
export async function* unwieldyProcedures(): ReturnType<typeof readLines> {
  yield { number: 1, text: JSON.stringify(INVENTED) }
  if (!existsSync(CATALOGUE)) return
  for await (const line of readLines(CATALOGUE)) {
    if (
      REAL.some((code) => line.text.includes(`"code": "${code}"`) || line.text.includes(`"code":"${code}"`))
    )
      yield line
  }
}
