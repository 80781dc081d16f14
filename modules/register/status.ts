import type { Words } from '#platform/lang'

/** Trạng thái hồ sơ, numbered as every agency of the country numbers them. */
export const STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
export type Status = (typeof STATUSES)[number]

/**
 * What a status does to the clock of the legal time limit. `idle`: not begun. `running`: time of the state passes. `paused`: the
 * ball is with the applicant. `stopped`: the result is there. `over`: nothing more is to come.
 */
export type StatusClock = 'idle' | 'running' | 'paused' | 'stopped' | 'over'

type StatusRow = {
  readonly clock: StatusClock
  /** As the state calls it. */
  readonly official: Words<string>
  /** As the applicant reads it. */
  readonly plain: Words<string>
}

/** The ten national statuses (Thông tư 01/2018/TT-VPCP, Thông tư 03/2025/TT-VPCP). One machine, two wordings. */
export const STATUS: Readonly<Record<Status, StatusRow>> = {
  1: row(
    'idle',
    'Mới đăng ký',
    'Newly filed',
    'Đã nộp, chờ cơ quan tiếp nhận',
    'Filed, waiting to be received',
  ),
  2: row(
    'running',
    'Được tiếp nhận',
    'Received',
    'Cơ quan đã tiếp nhận hồ sơ',
    'The agency has received the dossier',
  ),
  3: row(
    'over',
    'Không được tiếp nhận',
    'Not received',
    'Cơ quan không tiếp nhận hồ sơ',
    'The agency did not receive the dossier',
  ),
  4: row(
    'running',
    'Đang xử lý',
    'Being processed',
    'Cơ quan đang giải quyết',
    'The agency is working on it',
  ),
  5: row(
    'paused',
    'Yêu cầu bổ sung giấy tờ',
    'Supplement requested',
    'Chờ bạn bổ sung',
    'Waiting for you to complete it',
  ),
  6: row(
    'paused',
    'Yêu cầu thực hiện nghĩa vụ tài chính',
    'Financial obligation',
    'Chờ bạn nộp tiền',
    'Waiting for your payment',
  ),
  7: row(
    'over',
    'Công dân yêu cầu rút hồ sơ',
    'Withdrawn by the applicant',
    'Đã rút theo yêu cầu',
    'Withdrawn as asked',
  ),
  8: row('paused', 'Dừng xử lý', 'Stopped', 'Cơ quan đã dừng giải quyết', 'The agency has stopped'),
  9: row('stopped', 'Đã xử lý xong', 'Processed', 'Đã có kết quả', 'The result is ready'),
  10: row('over', 'Đã trả kết quả', 'Result returned', 'Đã trả kết quả', 'The result has been returned'),
}

function row(clock: StatusClock, vi: string, en: string, plainVi: string, plainEn: string): StatusRow {
  return { clock, official: { vi, en }, plain: { vi: plainVi, en: plainEn } }
}
