import type { Words } from '#platform/lang'
import type { DelegationBasis, DelegationEnd, DelegationKind, DelegationState } from './delegation.ts'

type Text = {
  readonly kinds: Readonly<Record<DelegationKind, string>>
  readonly states: Readonly<Record<DelegationState, string>>
  readonly bases: Readonly<Record<DelegationBasis, string>>
  readonly ends: Readonly<Record<DelegationEnd, string>>
  /** Acts of `platform.act` that the person represented reads about. */
  readonly verbs: Readonly<Record<string, string>>
}

const vi: Text = {
  kinds: {
    parent: 'Cha, mẹ',
    guardian: 'Người giám hộ',
    authorised: 'Người được ủy quyền',
    representative: 'Người đại diện theo pháp luật',
    staff: 'Người được tổ chức cử',
    assisted: 'Cán bộ hỗ trợ tại quầy',
  },
  states: {
    waits_for_official: 'Chờ cán bộ xem giấy tờ',
    waits_for_account: 'Chờ người được đại diện đăng nhập lần đầu',
    waits_for_actor: 'Chờ người nhận đồng ý',
    active: 'Đang có hiệu lực',
    over: 'Đã hết hạn',
    ended: 'Đã chấm dứt',
  },
  bases: {
    vneid: 'Dữ liệu VNeID',
    granted: 'Ủy quyền trên Cổng',
    papers: 'Giấy tờ do cán bộ xác nhận',
    consent: 'Đồng ý tại quầy',
  },
  ends: {
    by_subject: 'Người được đại diện chấm dứt',
    by_actor: 'Người làm thay chấm dứt',
    refused: 'Bị từ chối',
    replaced: 'Được thay bằng ủy quyền khác',
  },
  verbs: {
    'identity.delegation_granted': 'Lập ủy quyền',
    'identity.delegation_declared': 'Khai quan hệ đại diện',
    'identity.delegation_confirmed': 'Cán bộ xác nhận giấy tờ',
    'identity.delegation_refused': 'Cán bộ từ chối',
    'identity.delegation_accepted': 'Nhận ủy quyền',
    'identity.delegation_started': 'Bắt đầu có hiệu lực',
    'identity.delegation_ended': 'Chấm dứt',
    'identity.acting_started': 'Bắt đầu một phiên làm thay',
    'identity.acting_stopped': 'Kết thúc phiên làm thay',
    'identity.assisted_at_counter': 'Cán bộ ghi nhận đồng ý tại quầy',
  },
}

const en: Text = {
  kinds: {
    parent: 'Parent',
    guardian: 'Guardian',
    authorised: 'Authorised person',
    representative: 'Legal representative',
    staff: 'Appointed by the organization',
    assisted: 'Official helping at the counter',
  },
  states: {
    waits_for_official: 'An official has to see the papers',
    waits_for_account: 'The person has to sign in once',
    waits_for_actor: 'Not accepted yet',
    active: 'In force',
    over: 'Expired',
    ended: 'Ended',
  },
  bases: {
    vneid: 'Data of VNeID',
    granted: 'Granted on the portal',
    papers: 'Papers seen by an official',
    consent: 'Consent at the counter',
  },
  ends: {
    by_subject: 'Ended by the person represented',
    by_actor: 'Ended by the one acting',
    refused: 'Refused',
    replaced: 'Replaced by another',
  },
  verbs: {
    'identity.delegation_granted': 'Power granted',
    'identity.delegation_declared': 'Relation declared',
    'identity.delegation_confirmed': 'Papers confirmed by an official',
    'identity.delegation_refused': 'Refused by an official',
    'identity.delegation_accepted': 'Power accepted',
    'identity.delegation_started': 'Came into force',
    'identity.delegation_ended': 'Ended',
    'identity.acting_started': 'Acting began',
    'identity.acting_stopped': 'Acting stopped',
    'identity.assisted_at_counter': 'Consent recorded at the counter',
  },
}

export const words: Words<Text> = { vi, en }
