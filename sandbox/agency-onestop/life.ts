/** One step of a dossier in the one-stop's own book. */
export type Change = {
  readonly number: number
  readonly status: number
  readonly at: Date
  readonly officer: string
  readonly note: string
}

/** Hồ sơ in the one-stop's own book: what happens to it from its first day to its last. The same for the same number, whenever it is asked for. */
export type Life = {
  readonly index: number
  readonly code: string
  readonly procedure: string
  readonly procedureName: string
  readonly applicant: string
  readonly isOrganization: boolean
  readonly receivedAt: Date | undefined
  readonly dueAt: Date | undefined
  readonly changes: readonly Change[]
}

const COURSES = [
  [2, 4, 9, 10],
  [2, 4, 5, 4, 9, 10],
  [1, 3],
  [2, 4, 6, 4, 9, 10],
  [2, 4, 8],
] as const
const WORDS: Readonly<Record<number, string>> = {
  1: 'Nhận hồ sơ trực tuyến',
  2: 'Tiếp nhận hồ sơ',
  3: 'Không tiếp nhận: hồ sơ thuộc thẩm quyền của nơi khác',
  4: 'Thẩm định hồ sơ',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Chờ công dân nộp phí, lệ phí',
  8: 'Dừng xử lý',
  9: 'Kết thúc xử lý hồ sơ',
  10: 'Trả kết quả cho công dân',
}
const PEOPLE = ['Nguyễn Thị Hoa', 'Trần Văn Bình', 'Rơ Châm H’Bluih', 'Lê Hoàng Phương Thảo', 'Đỗ Đình Đô']
const OFFICERS = ['Lê Thị Mai', 'Phạm Quốc Đạt', 'Hoàng Y Sơn']
const PROCEDURES = [
  ['1.001193', 'Thủ tục đăng ký khai sinh'],
  ['1.000894', 'Thủ tục đăng ký kết hôn'],
] as const
const FIRST_DAY = Date.UTC(2026, 9, 5, 1)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

export function lifeOf(prefix: string, index: number): Life {
  const statuses = COURSES[index % COURSES.length] ?? COURSES[0]
  const begin = FIRST_DAY + index * MINUTE
  const [procedure, procedureName] = PROCEDURES[index % PROCEDURES.length] ?? PROCEDURES[0]
  const isReceived = statuses[0] === 2
  return {
    index,
    code: `${prefix}-${String(index).padStart(5, '0')}`,
    procedure,
    procedureName,
    applicant: PEOPLE[index % PEOPLE.length] ?? '',
    isOrganization: index % 7 === 0,
    receivedAt: isReceived ? new Date(begin) : undefined,
    dueAt: isReceived ? new Date(begin + 120 * HOUR) : undefined,
    changes: statuses.map((status, number) => ({
      number,
      status,
      at: new Date(begin + number * 26 * HOUR),
      officer: OFFICERS[(index + number) % OFFICERS.length] ?? '',
      note: `${WORDS[status]} (bước ${number + 1})`,
    })),
  }
}

/** The dossier as it is after a change. */
export type Standing = {
  readonly status: number
  readonly rejectedAt: Date | undefined
  readonly finishedAt: Date | undefined
  readonly returnedAt: Date | undefined
}

export function standingAfter({ changes }: Life, number: number): Standing {
  const until = changes.slice(0, number + 1)
  const when = (...statuses: number[]) => until.findLast(({ status }) => statuses.includes(status))?.at
  return {
    status: until.at(-1)?.status ?? 1,
    rejectedAt: when(3),
    finishedAt: when(9),
    returnedAt: when(10),
  }
}

/** One line of the one-stop's book: a dossier in the end, as the register is to show it. */
export type Page = {
  readonly code: string
  readonly status: number
  readonly applicant: string
  readonly receivedAt: Date | null
  readonly dueAt: Date | null
  readonly finishedAt: Date | null
  readonly returnedAt: Date | null
  /** Steps of processing that were reported. */
  readonly steps: number
}

/** The day of reception that these systems tell; those that took nothing in tell the day on which it came. */
export function receivedOf({ receivedAt, changes }: Life): Date | undefined {
  return receivedAt ?? changes[0]?.at
}

/** @param told what a family makes of a state, and how many steps it reports */
export function pageOf(
  life: Life,
  told: { statusOf?: (status: number) => number; tellsDue?: boolean; steps: number },
): Page {
  const { statusOf = (status) => status, tellsDue = true, steps } = told
  const last = standingAfter(life, life.changes.length - 1)
  return {
    code: life.code,
    status: statusOf(last.status),
    applicant: life.applicant,
    receivedAt: receivedOf(life) ?? null,
    dueAt: (tellsDue && life.dueAt) || null,
    finishedAt: last.finishedAt ?? last.rejectedAt ?? null,
    returnedAt: last.returnedAt ?? null,
    steps,
  }
}

const VIETNAM_MS = 7 * HOUR

/** `yyyyMMddHHmmss` as these systems write a moment; empty for none. */
export function wire(at: Date | undefined): string {
  return at ? new Date(at.getTime() + VIETNAM_MS).toISOString().replace(/\D/g, '').slice(0, 14) : ''
}
