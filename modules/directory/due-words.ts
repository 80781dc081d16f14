import type { Weekday } from '#kernel/civil-date'
import type { LimitUnit } from '#kernel/working-time-policy'
import type { StartDelay } from '#kernel/working-time-trace'
import type { Words } from '#platform/lang'
import type { DayKind } from './calendar-day.ts'

/** By the id of a policy. */
const policies: Readonly<Record<string, string>> = {
  one_stop: 'Bộ phận một cửa: giữ nguyên giờ nộp',
  civil_code: 'Bộ luật Dân sự: hết ngày cuối cùng',
  eight_hour_days: 'Quy đổi 1 ngày = 8 giờ làm việc',
}

const delay: Readonly<Record<StartDelay, (start: string, hour: string) => string>> = {
  closed: (start: string) => `Lúc đó ngoài giờ làm việc, nên thời hạn bắt đầu từ ${start}.`,
  day_off: (start: string) => `Hôm đó không làm việc, nên thời hạn bắt đầu từ ${start}.`,
  cut_off: (start: string, hour: string) => `Hồ sơ trả trong ngày mà nhận sau ${hour} thì tính từ ${start}.`,
  pause: (start: string) => `Lúc đó hồ sơ đang chờ người nộp, nên thời hạn bắt đầu từ ${start}.`,
}

const vi = {
  weekdays: {
    1: 'thứ Hai',
    2: 'thứ Ba',
    3: 'thứ Tư',
    4: 'thứ Năm',
    5: 'thứ Sáu',
    6: 'thứ Bảy',
    7: 'Chủ nhật',
  } satisfies Readonly<Record<Weekday, string>>,
  units: {
    working_day: 'ngày làm việc',
    hour: 'giờ làm việc',
    day: 'ngày',
    month: 'tháng',
  } satisfies Readonly<Record<LimitUnit, string>>,
  kinds: {
    holiday: 'Nghỉ lễ, tết',
    substitute: 'Nghỉ bù',
    swap_off: 'Nghỉ hoán đổi',
    makeup_work: 'Làm bù',
  } satisfies Readonly<Record<DayKind, string>>,
  policies,
  moment: (time: string, weekday: string, date: string) => `${time} ${weekday}, ${date}`,
  range: (from: string, to: string) => `${from} đến ${to}`,
  sameDay: 'trong ngày',
  received: (at: string) => `Nộp lúc ${at}.`,
  delay,
  startNotCounted: (day: string) => `${day} là ngày bắt đầu nên không tính (Bộ luật Dân sự 2015, Điều 147).`,
  eightHours: (hours: string) => `Thời hạn được quy đổi thành ${hours} giờ làm việc.`,
  weeklyOff: (count: number) => `Không tính ${count} ngày nghỉ hằng tuần.`,
  daysOff: (list: string) => `Không tính ngày nghỉ: ${list}.`,
  makeUp: (list: string) => `Có làm bù nên vẫn tính: ${list}.`,
  paused: (from: string, until: string) => `Tạm dừng từ ${from} đến ${until}: thời gian này không tính.`,
  pauseTooLate: (from: string) => `Lần tạm dừng từ ${from} bắt đầu sau hạn trả nên không làm thay đổi hạn.`,
  moved: (last: string, due: string) =>
    `Ngày cuối cùng là ${last}, không làm việc, nên thời hạn kết thúc vào ${due} (Bộ luật Dân sự 2015, Điều 148).`,
  due: (at: string) => `Hẹn trả lúc ${at}.`,
  unknownAfter: (date: string) =>
    `Lịch nghỉ mới có đến ${date}. Sau ngày đó chỉ trừ ngày nghỉ hằng tuần, nên hạn trả có thể thay đổi.`,
  assumed: (list: string) => `Chưa có thông báo chính thức: ${list}. Hạn trả có thể thay đổi.`,
  recalled: (list: string) => `Chưa đối chiếu số văn bản: ${list}.`,
}

const en: typeof vi = {
  weekdays: {
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
    7: 'Sunday',
  },
  units: { working_day: 'working days', hour: 'working hours', day: 'days', month: 'months' },
  kinds: {
    holiday: 'Public holiday',
    substitute: 'Substitute day off',
    swap_off: 'Swapped day off',
    makeup_work: 'Make-up working day',
  },
  policies: {
    one_stop: 'One-stop desk: same time of day',
    civil_code: 'Civil Code: end of the last day',
    eight_hour_days: 'A day taken as 8 working hours',
  },
  moment: (time, weekday, date) => `${time} on ${weekday}, ${date}`,
  range: (from, to) => `${from} to ${to}`,
  sameDay: 'the same day',
  received: (at) => `Received at ${at}.`,
  delay: {
    closed: (start) => `That is outside office hours, so the time runs from ${start}.`,
    day_off: (start) => `Nobody works on that day, so the time runs from ${start}.`,
    cut_off: (start, hour) => `A dossier due the same day but received after ${hour} counts from ${start}.`,
    pause: (start) => `The dossier was waiting for the applicant then, so the time runs from ${start}.`,
  },
  startNotCounted: (day) => `${day} is the starting day and is not counted (Civil Code 2015, Article 147).`,
  eightHours: (hours) => `The limit is taken as ${hours} working hours.`,
  weeklyOff: (count) => `Not counted: ${count} weekly days off.`,
  daysOff: (list) => `Not counted: ${list}.`,
  makeUp: (list) => `Counted, as make-up working days: ${list}.`,
  paused: (from, until) => `Paused from ${from} until ${until}: this time is not counted.`,
  pauseTooLate: (from) => `The pause from ${from} begins after the due time and does not move it.`,
  moved: (last, due) =>
    `The last day is ${last}, on which nobody works, so the limit ends on ${due} (Civil Code 2015, Article 148).`,
  due: (at) => `Due at ${at}.`,
  unknownAfter: (date) =>
    `Days off are known until ${date}. After that only weekly days off are left out, so the due time may change.`,
  assumed: (list) => `Not announced yet: ${list}. The due time may change.`,
  recalled: (list) => `Not checked against the document: ${list}.`,
}

export const words: Words<typeof vi> = { vi, en }
