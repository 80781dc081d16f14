import type { Words } from '#platform/lang'

const vi = {
  title: 'Nộp hồ sơ trực tuyến',
  lead: 'Thủ tục:',
  open: 'Bạn đang có hồ sơ chưa nộp cho thủ tục này',
  openWhen: (when: string) => `Lưu lần cuối lúc ${when}.`,
  resume: 'Soạn tiếp',
  another: 'Bắt đầu hồ sơ khác',
  where: 'Nơi giải quyết',
  whereHint:
    'Bạn nộp được cho bất kỳ tỉnh, xã nào. Ghi xã, phường và tỉnh, thành phố; tên trước ngày 1/7/2025 cũng được.',
  place: 'Xã, phường, tỉnh, thành phố',
  find: 'Tìm nơi giải quyết',
  none: 'Không tìm thấy nơi này. Hãy ghi rõ xã, phường và tỉnh.',
  several: 'Có nhiều nơi tên như vậy. Chọn một:',
  agency: 'Cơ quan sẽ nhận hồ sơ',
  noAgency: 'Ở nơi này không có cơ quan nào giải quyết thủ tục đó. Hãy ghi đến cấp xã.',
  begin: 'Bắt đầu soạn hồ sơ',
  need: 'Bạn sẽ cần',
  papers: 'Giấy tờ của thủ tục, chụp hoặc quét (PDF, JPG, PNG, mỗi tệp không quá 10 MB)',
  time: 'Khoảng 10 đến 20 phút. Câu trả lời được lưu từng trang, soạn tiếp được trên máy khác.',
  account: 'Thông tin trong tài khoản định danh được điền sẵn; sai thì sửa.',
  back: 'Về trang thủ tục',
  mine: 'Hồ sơ của tôi',
  chooseAgency: 'Chọn cơ quan sẽ nhận hồ sơ',
}

const en: typeof vi = {
  title: 'File online',
  lead: 'Procedure:',
  open: 'You have a draft for this procedure',
  openWhen: (when) => `Last saved at ${when}.`,
  resume: 'Go on with it',
  another: 'Begin another',
  where: 'Where it is handled',
  whereHint:
    'You may file for any province or commune. Write the commune and the province; names from before 1/7/2025 will do.',
  place: 'Commune and province',
  find: 'Find the place',
  none: 'This place was not found. Name the commune and the province.',
  several: 'Several places are called so. Choose one:',
  agency: 'The agency that will receive it',
  noAgency: 'No agency handles this procedure there. Name the commune as well.',
  begin: 'Begin',
  need: 'You will need',
  papers: 'The papers of the procedure, photographed or scanned (PDF, JPG, PNG, 10 MB each at most)',
  time: 'About 10 to 20 minutes. Answers are saved page by page; you can go on on another device.',
  account: 'What your identification account knows is filled in; correct it where it is wrong.',
  back: 'Back to the procedure',
  mine: 'My dossiers',
  chooseAgency: 'Choose the agency that will receive it',
}

export const words: Words<typeof vi> = { vi, en }
