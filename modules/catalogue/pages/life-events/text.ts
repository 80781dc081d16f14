const vi = {
  title: 'Sự kiện cuộc đời',
  home: 'Trang chủ',
  lead: 'Chọn việc đang xảy ra với bạn hoặc doanh nghiệp của bạn, rồi làm lần lượt từng thủ tục.',
  citizen: 'Dành cho công dân',
  business: 'Dành cho doanh nghiệp, hộ kinh doanh',
  procedures: (count: number) => `${count} thủ tục`,
  online: 'có nộp trực tuyến',
  noPaths: 'Chưa có thủ tục nào của sự kiện này trong danh mục.',
  all: 'Xem thành danh sách có bộ lọc',
}

const en: typeof vi = {
  title: 'Life events',
  home: 'Home',
  lead: 'Choose what is happening to you or your business, then take the procedures one by one.',
  citizen: 'For citizens',
  business: 'For businesses and household businesses',
  procedures: (count: number) => `${count} procedures`,
  online: 'can be filed online',
  noPaths: 'No procedure of this event is in the catalogue yet.',
  all: 'See them as a list with filters',
}

export const words = { vi, en }
