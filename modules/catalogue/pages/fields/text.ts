export const vi = {
  title: 'Lĩnh vực',
  letters: 'Chữ cái đầu',
  home: 'Trang chủ',
  lead: 'Mỗi lĩnh vực gồm các thủ tục của cùng một loại việc. Số bên cạnh là số thủ tục.',
  none: 'Danh mục chưa có thủ tục nào',
  noneHint: 'Người quản trị nạp danh mục bằng lệnh bin/import-catalogue.',
}

export const en: typeof vi = {
  title: 'Fields',
  letters: 'First letters',
  home: 'Home',
  lead: 'A field holds the procedures of one kind of matter. The number beside it counts them.',
  none: 'The catalogue is empty',
  noneHint: 'An operator loads it with bin/import-catalogue.',
}
