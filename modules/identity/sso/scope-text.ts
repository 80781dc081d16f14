import type { Words } from '#platform/lang'
import type { Scope } from './scopes.ts'

/** What a scope lets an application read, in words for whoever is asked to agree. */
type Text = Readonly<Record<Scope, { readonly title: string; readonly items: readonly string[] }>>

const vi: Text = {
  openid: {
    title: 'Tài khoản của bạn',
    items: [
      'Mã tài khoản quốc gia (TechID)',
      'Loại tài khoản: cá nhân, doanh nghiệp hay tổ chức',
      'Mức độ định danh',
    ],
  },
  dinh_danh: {
    title: 'Thông tin định danh',
    items: ['Số định danh cá nhân', 'Họ và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Quốc tịch'],
  },
  giay_to: { title: 'Giấy tờ tùy thân', items: ['Số chứng minh nhân dân cũ', 'Số hộ chiếu'] },
  lien_he: {
    title: 'Thông tin liên hệ',
    items: ['Thư điện tử', 'Số điện thoại di động', 'Số điện thoại bàn'],
  },
  cu_tru: { title: 'Thông tin cư trú', items: ['Nơi thường trú', 'Nơi ở hiện nay', 'Quê quán'] },
  ho_tich: {
    title: 'Thông tin hộ tịch',
    items: [
      'Dân tộc',
      'Tôn giáo',
      'Tình trạng hôn nhân',
      'Nơi đăng ký khai sinh',
      'Họ tên cha, mẹ, vợ hoặc chồng, chủ hộ',
    ],
  },
  bao_hiem: { title: 'Bảo hiểm xã hội', items: ['Mã số bảo hiểm xã hội'] },
  to_chuc: {
    title: 'Doanh nghiệp, tổ chức',
    items: ['Mã số thuế', 'Mã số doanh nghiệp', 'Tên', 'Người đại diện theo pháp luật', 'Địa chỉ'],
  },
  profile: { title: 'Thông tin cơ bản', items: ['Họ và tên', 'Ngày sinh', 'Giới tính'] },
  email: { title: 'Thư điện tử', items: ['Địa chỉ thư điện tử'] },
  phone: { title: 'Điện thoại', items: ['Số điện thoại di động'] },
  offline_access: {
    title: 'Khi bạn đã đăng xuất',
    items: ['Tiếp tục đọc những thông tin trên khi bạn không còn đăng nhập, cho đến khi bạn thu hồi đồng ý'],
  },
}

const en: Text = {
  openid: {
    title: 'Your account',
    items: [
      'National account id (TechID)',
      'Kind of account: person, business or organization',
      'Level of identification',
    ],
  },
  dinh_danh: {
    title: 'Identity',
    items: ['Personal identification number', 'Full name', 'Date of birth', 'Sex', 'Nationality'],
  },
  giay_to: { title: 'Identity papers', items: ['Number of the old identity card', 'Passport number'] },
  lien_he: { title: 'Contact', items: ['E-mail', 'Mobile telephone', 'Landline telephone'] },
  cu_tru: { title: 'Residence', items: ['Permanent address', 'Present address', 'Place of origin'] },
  ho_tich: {
    title: 'Civil status',
    items: [
      'Ethnic group',
      'Religion',
      'Marital status',
      'Where the birth was registered',
      'Names of father, mother, spouse and head of household',
    ],
  },
  bao_hiem: { title: 'Social insurance', items: ['Social insurance number'] },
  to_chuc: {
    title: 'Business or organization',
    items: ['Tax code', 'Enterprise code', 'Name', 'Legal representative', 'Address'],
  },
  profile: { title: 'Basic details', items: ['Full name', 'Date of birth', 'Sex'] },
  email: { title: 'E-mail', items: ['E-mail address'] },
  phone: { title: 'Telephone', items: ['Mobile telephone number'] },
  offline_access: {
    title: 'When you have signed out',
    items: ['Go on reading the above while you are not signed in, until you withdraw your consent'],
  },
}

export const scopeWords: Words<Text> = { vi, en }
