import { done, PHRASES, refused } from './answer.ts'
import type { Call, Service } from './call.ts'
import { itemsOf } from './dossier-services.ts'
import { itemReader, wireText } from './field.ts'
import type { Arrival } from './intake.ts'
import { EVALUATION_FIELDS, STATISTICS_FIELDS } from './specs/reports.ts'

const readEvaluation = itemReader(EVALUATION_FIELDS)
const readStatistics = itemReader(STATISTICS_FIELDS)

/** DongBoDanhGia: the whole current month again, once for each question: it replaces what was sent before. */
export const syncEvaluations: Service = (call) =>
  monthly(call, 'DongBoDanhGia', (item) => {
    const { values, faults } = readEvaluation(item)
    const month = monthOf(wireText(values, 'NgayTongHop'))
    const key = [
      wireText(values, 'Madonvi') || call.madonvi,
      wireText(values, 'MaThuTuc'),
      wireText(values, 'NoiDung'),
    ].join(' ')
    return {
      faults: month ? faults : [...faults, { field: 'NgayTongHop', why: 'phải có dạng M-yyyy' }],
      month,
      key,
    }
  })

/** DongBoThongKeHoSo: numbers of a month, in texts as they were counted there ("NaN" and all). */
export const syncStatistics: Service = (call) =>
  monthly(call, 'DongBoThongKeHoSo', (item) => {
    const { values, faults } = readStatistics(item)
    const month = monthOf(`${wireText(values, 'Thang')}-${wireText(values, 'Nam')}`)
    const key = [wireText(values, 'Madonvi') || call.madonvi, wireText(values, 'LoaiThongKe')].join(' ')
    return {
      faults: month ? faults : [...faults, { field: 'Thang', why: 'và Nam phải là một tháng' }],
      month,
      key,
    }
  })

type Monthly = {
  readonly faults: readonly { readonly field: string; readonly why: string }[]
  readonly month: string | undefined
  readonly key: string
}

async function monthly(
  call: Call,
  service: string,
  read: (item: Readonly<Record<string, unknown>>) => Monthly,
) {
  const items = itemsOf(call.envelope.data)
  if (typeof items === 'string') return refused(items)
  const all = items.map((item) => ({ item, ...read(item) }))
  const bad = all.flatMap(({ faults }, at) => faults.map((fault) => ({ code: `data[${at}]`, ...fault })))
  const arrival: Arrival = {
    agency: call.agency,
    accountId: call.account?.id ?? null,
    service,
    body: call.body,
    arrivedAt: call.arrivedAt,
    items: items.length,
    faults: bad,
    claims: [],
    contents: [],
    monthly: all.flatMap(({ item, faults, month, key }) =>
      faults.length === 0 && month
        ? [{ agency: call.agency, service, month, key, content: item, arrivedAt: call.arrivedAt }]
        : [],
    ),
  }
  await call.intake.keep(arrival)
  if (bad.length === 0) return done(`${PHRASES.done}: ${items.length} mục.`)
  const said = bad.slice(0, 5).map(({ code, field, why }) => `${code}: ${field} ${why}`)
  return { error_code: '1', message: `${said.join('; ')}.` }
}

/** `7-2024` → `2024-07`. */
function monthOf(text: string): string | undefined {
  const [, month, year] = /^(\d{1,2})-(\d{4})$/.exec(text.trim()) ?? []
  return month && year && +month >= 1 && +month <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined
}
