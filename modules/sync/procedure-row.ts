import type { Named, Procedure } from '#catalogue'

const CHANNEL: Readonly<Record<string, string>> = { direct: '1', online: '2', postal: '3' }
const LEVEL: Readonly<Record<string, readonly [string, string]>> = {
  ministry: ['0', 'Cấp Bộ'],
  province: ['1', 'Cấp Tỉnh'],
  district: ['2', 'Cấp Huyện'],
  commune: ['3', 'Cấp Xã'],
  other: ['4', 'Cơ quan khác'],
}
const UNIT: Readonly<Record<string, string>> = {
  working_day: 'Ngày làm việc',
  day: 'Ngày',
  hour: 'Giờ',
  month: 'Tháng',
}

/** LayThuTuc: one procedure in the national model. Keys in capitals, every value a text, lists that clients read at [0] never empty. */
export function procedureRow(procedure: Procedure, publicUrl: string): Readonly<Record<string, unknown>> {
  const { code, content, decisionNumber = '' } = procedure
  const { field, owner, legalBases, results, subjects, methods, cases, steps } = content
  return {
    ID: code,
    MATTHC: code,
    TENTTHC: content.name,
    MACOQUANCONGBO: owner.code ?? '',
    TENCOQUANCONGBO: owner.name,
    LOAITTHC: content.kind ?? '',
    TRANGTHAI: procedure.kind === 'abolished' ? '0' : '1',
    IDQUYETDINHCONGBO: decisionNumber,
    QUYETDINH: decisionNumber,
    MOTA: content.summary ?? '',
    TUKHOA: content.keywords.join(', '),
    DIACHITIEPNHAN: content.receivingAddress ?? '',
    YEUCAU: content.requirements ?? '',
    MOTADOITUONGTHUCHIEN: subjects.map(({ name }) => name).join('; '),
    MOTACOQUANTHUCHIEN: content.executingAgencies.map(({ name }) => name).join('; '),
    MOTACOQUANTHAMQUYEN: content.competentAgencies.map(({ name }) => name).join('; '),
    LINHVUCTHUCHIEN: [{ MALINHVUC: field.code ?? '', TENLINHVUC: field.name }],
    CAPTHUCHIEN: content.levels.map((level) => {
      const [number, name] = LEVEL[level] ?? ['', '']
      return { CAPTHUCHIEN: number, TENCAP: name }
    }),
    DOITUONGTHUCHIEN: subjects.map(({ code: id, name }) => ({ MADOITUONG: id ?? '', TENDOITUONG: name })),
    COQUANTHUCHIEN: content.executingAgencies.map(agency),
    COQUANCOTHAMQUYEN: content.competentAgencies.map(agency),
    COQUANDUOCUYQUYEN: content.authorizedAgencies.map(agency),
    COQUANPHOIHOP: content.coordinatingAgencies.map(agency),
    TRINHTUTHUCHIEN: byCase(steps),
    CACHTHUCTHUCHIEN: methods.map(({ channel, times }) => ({
      KENH: CHANNEL[channel] ?? '',
      THOIGIAN: times.map(({ value, unit, note, fees }) => ({
        THOIGIANGIAIQUYET: String(value ?? 0),
        DONVITINH: unit ? (UNIT[unit] ?? '') : '',
        MOTA: note ?? '',
        PHILEPHI: fees.map((fee) => ({
          MAPHILEPHI: fee.code ?? '',
          SOTIEN: String(fee.amountDong ?? 0),
          DONVI: 'Đồng',
          MOTA: fee.note ?? '',
          TENTEP: '',
          URL: '',
        })),
      })),
    })),
    THANHPHANHOSO: cases.map(({ name, components }) => ({
      TRUONGHOP: name ?? '',
      GIAYTO: components.map((paper) => ({
        MAGIAYTO: paper.code ?? '',
        TENGIAYTO: paper.name,
        SOBANCHINH: String(paper.originals),
        SOBANSAO: String(paper.copies),
        TENMAUDON: paper.forms[0]?.name ?? '',
        URL: absolute(paper.forms[0]?.url, publicUrl),
        MA_KQ_THAYTHE: paper.replacementResults.join(','),
        MaKetQuaThayThe: paper.replacementResults.join(','),
      })),
    })),
    KETQUATHUCHIEN: results.map(({ code: id, name, form }) => ({
      MAKETQUA: id ?? '',
      TENKETQUA: name,
      TENTEP: form?.name ?? '',
      URL: absolute(form?.url, publicUrl),
    })),
    CANCUPHAPLY: legalBases.map((basis) => ({
      SOVANBAN: basis.number ?? '',
      TENVANBAN: basis.name ?? '',
      COQUANBANHANH: basis.issuer ?? '',
      NGAYBANHANH: basis.issuedOn ?? '',
      NGAYHIEULUC: basis.effectiveOn ?? '',
      DIACHITRUYCAP: basis.url ?? '',
    })),
    TTHCLIENQUAN: content.related.map((one) => ({ MATTHC: one })),
    TTHCLIENTHONG: content.linked.map((one) => ({ MATTHC: one })),
  }
}

function agency({ code, name }: Named) {
  return { MADONVI: code ?? '', TENDONVI: name }
}

function byCase(steps: Procedure['content']['steps']) {
  const cases = new Map<string, { TENTRINHTU: string }[]>()
  for (const { case: name = '', text } of steps)
    cases.set(name, [...(cases.get(name) ?? []), { TENTRINHTU: text }])
  return [...cases].map(([TRUONGHOP, TRINHTU]) => ({ TRUONGHOP, TRINHTU }))
}

function absolute(url: string | undefined, publicUrl: string): string {
  if (!url) return ''
  return URL.canParse(url, publicUrl) ? new URL(url, publicUrl).href : ''
}
