import type { Words } from '#platform/lang'

const vi = {
  title: 'Làm thay cho con hoặc người được giám hộ',
  lead: 'Nếu dữ liệu VNeID của con ghi bạn là cha hoặc mẹ, việc này có hiệu lực ngay. Nếu không, bạn mang giấy tờ đến bất kỳ cơ quan cấp xã nào để cán bộ xác nhận.',
  relation: 'Bạn là',
  parent: 'Cha hoặc mẹ',
  guardian: 'Người giám hộ',
  name: 'Họ tên người được đại diện',
  bornOn: 'Ngày sinh',
  personalId: 'Số định danh cá nhân',
  personalIdHint: '12 chữ số, ghi trên giấy khai sinh hoặc thẻ căn cước',
  papers: 'Giấy tờ chứng minh',
  papersHint: 'Ví dụ: Giấy khai sinh số 123/2016, phường Cửa Nam',
  send: 'Gửi',
  waits: {
    title: 'Mang giấy tờ đến cơ quan cấp xã',
    lead: 'Đọc mã này cho cán bộ tại bộ phận một cửa của bất kỳ xã, phường nào, kèm giấy tờ bạn đã khai.',
    days: 'Mã có giá trị trong 30 ngày và chỉ hiện một lần. Hãy in trang này hoặc chép lại.',
    back: 'Về trang làm thay và ủy quyền',
  },
  errors: {
    relation: 'Chọn quan hệ của bạn.',
    name: 'Nhập họ tên như trong giấy tờ.',
    bornOn: 'Nhập một ngày sinh có thật, không sau hôm nay.',
    personalId: 'Số định danh gồm 12 chữ số và phải khớp với năm sinh.',
    papers: 'Ghi tên và số của giấy tờ, từ 5 đến 300 chữ cái.',
  },
}

export type DeclareText = typeof vi

const en: DeclareText = {
  title: 'Act for a child or a ward',
  lead: 'If VNeID names you as father or mother of the child, this is in force at once. If not, take the papers to any commune, where an official confirms them.',
  relation: 'You are',
  parent: 'Father or mother',
  guardian: 'Guardian',
  name: 'Name of the person represented',
  bornOn: 'Date of birth',
  personalId: 'Personal identification number',
  personalIdHint: '12 digits, as on the birth certificate or identity card',
  papers: 'Papers that prove it',
  papersHint: 'For example: birth certificate no. 123/2016, Cửa Nam ward',
  send: 'Send',
  waits: {
    title: 'Take the papers to a commune',
    lead: 'Read this code out to the official at the one-stop counter of any commune, and show the papers that you named.',
    days: 'The code is good for 30 days and shown only this once. Print this page or write the code down.',
    back: 'Back to acting for others',
  },
  errors: {
    relation: 'Choose your relation.',
    name: 'Enter the name as in the papers.',
    bornOn: 'Enter a real date of birth, not later than today.',
    personalId: 'The number has 12 digits and has to agree with the year of birth.',
    papers: 'Name the paper and its number in 5 to 300 letters.',
  },
}

export const words: Words<DeclareText> = { vi, en }
