type SharedList = {
  /** After MA and TEN in the keys of a row. */
  readonly suffix: string
  readonly entries: readonly (readonly [code: string, name: string])[]
}

/** Danh mục các dân tộc Việt Nam (Quyết định 121-TCTK/PPCĐ ngày 02/3/1979), in the order of their numbers from 01. */
const ETHNIC_GROUPS =
  'Kinh,Tày,Thái,Hoa,Khơ-me,Mường,Nùng,Mông,Dao,Gia-rai,Ngái,Ê-đê,Ba-na,Xơ-đăng,Sán Chay,Cơ-ho,Chăm,Sán Dìu,Hrê,Mnông,Ra-glai,Xtiêng,Bru-Vân Kiều,Thổ,Giáy,Cơ-tu,Gié-Triêng,Mạ,Khơ-mú,Co,Tà-ôi,Chơ-ro,Kháng,Xinh-mun,Hà Nhì,Chu-ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ-măm'
/** Religions as the census of 2019 has them. The numbers are those of this list: no published one is known (an open point). */
const RELIGIONS =
  "Phật giáo,Công giáo,Phật giáo Hòa Hảo,Hồi giáo,Cao Đài,Minh Sư Đạo,Minh Lý Đạo,Tin Lành,Tịnh độ Cư sĩ Phật hội,Tứ Ân Hiếu Nghĩa,Bửu Sơn Kỳ Hương,Ba Ha'i,Bà-la-môn,Mặc Môn,Phật giáo Hiếu Nghĩa Tà Lơn,Cơ đốc Phục lâm"
/** ISO 3166-1 alpha-2. Their Vietnamese names come with the runtime. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
const countryNames = new Intl.DisplayNames(['vi'], { type: 'region' })

function numbered(names: string): readonly (readonly [string, string])[] {
  return names.split(',').map((name, at) => [String(at + 1).padStart(2, '0'), name] as const)
}

/** Danh mục dùng chung whose columns no client is known to read: `MA…` and `TEN…`, as the others have them (an open point). */
export const SHARED_LISTS: Readonly<Record<string, SharedList>> = {
  LayDanhMucGioiTinh: {
    suffix: 'GIOITINH',
    entries: [
      ['0', 'Chưa có thông tin'],
      ['1', 'Nam'],
      ['2', 'Nữ'],
      ['3', 'Khác'],
    ],
  },
  LayDanhMucTinhTrangHonNhan: {
    suffix: 'TINHTRANGHONNHAN',
    entries: [
      ['1', 'Chưa kết hôn'],
      ['2', 'Đã kết hôn'],
      ['3', 'Ly hôn'],
      ['4', 'Góa'],
    ],
  },
  LayDanhMucDoiTuong: {
    suffix: 'DOITUONG',
    entries: [
      ['1', 'Công dân'],
      ['2', 'Doanh nghiệp'],
      ['3', 'Cơ quan nhà nước'],
      ['4', 'Tổ chức khác'],
    ],
  },
  LayDanhMucCapThucHien: {
    suffix: 'CAPTHUCHIEN',
    entries: [
      ['0', 'Cấp Bộ'],
      ['1', 'Cấp Tỉnh'],
      ['2', 'Cấp Huyện'],
      ['3', 'Cấp Xã'],
      ['4', 'Cơ quan khác'],
    ],
  },
  LayDanhMucLoaiThuTuc: {
    suffix: 'LOAITHUTUC',
    entries: [
      ['1', 'TTHC được luật giao cho địa phương quy định'],
      ['2', 'TTHC không được luật giao cho địa phương quy định'],
    ],
  },
  LayDanhMucDanToc: { suffix: 'DANTOC', entries: numbered(ETHNIC_GROUPS) },
  LayDanhMucTonGiao: { suffix: 'TONGIAO', entries: [['00', 'Không'], ...numbered(RELIGIONS)] },
  LayDanhMucQuocGia: {
    suffix: 'QUOCGIA',
    entries: COUNTRIES.split(' ').map((code) => [code, countryNames.of(code) ?? code] as const),
  },
}
