import type { Words } from '#platform/lang'

/** Nhóm dữ liệu: what may be opened, in groups that a citizen understands. */
export type DataGroup =
  | 'identity'
  | 'contact'
  | 'residence'
  | 'family'
  | 'account'
  | 'dossier'
  | 'papers'
  | 'results'
  | 'payment'
  | 'feedback'

/** Mục đích: what the law lets somebody open data for. */
export type Purpose =
  | 'handle_dossier'
  | 'assist_at_counter'
  | 'confirm_link'
  | 'recover_account'
  | 'sign_in_elsewhere'
  | 'act_for_another'
  | 'answer_feedback'
  | 'supervise'

type Text = {
  readonly data: Readonly<Record<DataGroup, string>>
  readonly purposes: Readonly<Record<Purpose, { readonly what: string; readonly basis: string }>>
}

const vi: Text = {
  data: {
    identity: 'Họ tên, ngày sinh, số định danh',
    contact: 'Số điện thoại, thư điện tử',
    residence: 'Nơi thường trú, nơi ở hiện nay',
    family: 'Quan hệ gia đình',
    account: 'Tài khoản, ủy quyền',
    dossier: 'Nội dung hồ sơ',
    papers: 'Giấy tờ đính kèm',
    results: 'Kết quả giải quyết',
    payment: 'Thanh toán phí, lệ phí',
    feedback: 'Phản ánh, kiến nghị',
  },
  purposes: {
    handle_dossier: {
      what: 'Giải quyết thủ tục hành chính',
      basis: 'Nghị định 118/2025/NĐ-CP',
    },
    assist_at_counter: {
      what: 'Hỗ trợ tại quầy theo đề nghị của bạn',
      basis: 'Nghị định 118/2025/NĐ-CP',
    },
    confirm_link: {
      what: 'Xác nhận quan hệ đại diện, giám hộ',
      basis: 'Bộ luật Dân sự 2015, Điều 136',
    },
    recover_account: {
      what: 'Khôi phục tài khoản tại cơ quan',
      basis: 'Nghị định 69/2024/NĐ-CP',
    },
    sign_in_elsewhere: {
      what: 'Đăng nhập một lần vào hệ thống của cơ quan',
      basis: 'Nghị định 69/2024/NĐ-CP',
    },
    act_for_another: {
      what: 'Thực hiện thủ tục thay bạn',
      basis: 'Bộ luật Dân sự 2015, Điều 134',
    },
    answer_feedback: {
      what: 'Trả lời phản ánh, kiến nghị',
      basis: 'Nghị định 20/2008/NĐ-CP',
    },
    supervise: {
      what: 'Thanh tra, kiểm tra',
      basis: 'Luật Thanh tra',
    },
  },
}

const en: Text = {
  data: {
    identity: 'Name, date of birth, identification number',
    contact: 'Telephone, e-mail',
    residence: 'Permanent and present address',
    family: 'Family relations',
    account: 'Account, who acts for whom',
    dossier: 'Content of a dossier',
    papers: 'Attached papers',
    results: 'Results',
    payment: 'Payment of fees',
    feedback: 'Feedback',
  },
  purposes: {
    handle_dossier: { what: 'Handling a dossier', basis: 'Decree 118/2025/NĐ-CP' },
    assist_at_counter: { what: 'Help at the counter, as you asked', basis: 'Decree 118/2025/NĐ-CP' },
    confirm_link: {
      what: 'Confirming who represents whom',
      basis: 'Civil Code 2015, Article 136',
    },
    recover_account: { what: 'Recovering an account in person', basis: 'Decree 69/2024/NĐ-CP' },
    sign_in_elsewhere: { what: 'Single sign-on at a system of the agency', basis: 'Decree 69/2024/NĐ-CP' },
    act_for_another: { what: 'Acting for you', basis: 'Civil Code 2015, Article 134' },
    answer_feedback: { what: 'Answering feedback', basis: 'Decree 20/2008/NĐ-CP' },
    supervise: { what: 'Inspection', basis: 'Law on Inspection' },
  },
}

export const words: Words<Text> = { vi, en }
