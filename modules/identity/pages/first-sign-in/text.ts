const vi = {
  title: 'Chào mừng bạn đến với Cổng Dịch vụ công',
  lead: 'Đây là lần đầu bạn đăng nhập. Cổng đã mở tài khoản từ dữ liệu mà VNeID gửi.',
  check: 'Hãy xem dữ liệu có đúng không',
  wrong:
    'Nếu có chỗ sai, hãy sửa tại VNeID hoặc cơ quan công an. Lần đăng nhập sau, Cổng tự cập nhật và giữ lại lịch sử thay đổi.',
  use: 'Cổng dùng dữ liệu này để điền sẵn hồ sơ và báo tin cho bạn. Bạn xem được ai đã mở dữ liệu của mình, xuất toàn bộ dữ liệu và đóng tài khoản bất cứ lúc nào.',
  goOn: 'Tiếp tục',
}
const en: typeof vi = {
  title: 'Welcome to the public service portal',
  lead: 'This is your first sign-in. The portal has opened an account from the data that VNeID sent.',
  check: 'Please check the data',
  wrong:
    'If something is wrong, have it corrected at VNeID or at the police. At your next sign-in the portal updates it and keeps a history of changes.',
  use: 'The portal uses this data to fill in your dossiers and to reach you. You can see who has opened your data, export all of it, and close the account at any time.',
  goOn: 'Continue',
}
export const words = { vi, en }
