type SharedList = {
  /** After MA and TEN in the keys of a row. */
  readonly suffix: string
  readonly entries: readonly (readonly [code: string, name: string])[]
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
}
