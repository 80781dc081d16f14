import { done, PHRASES, refused } from './answer.ts'
import type { Service } from './call.ts'
import { readNoticeItem } from './claims.ts'
import { itemsOf, keepRead, reporterOf } from './dossier-services.ts'

/** DongBoTrangThaiHoSo: how a trade-promotion notice that was filed at the portal ended. `data` is one object, not a list. */
export const syncNoticeStatus: Service = async (call) => {
  const items = itemsOf(call.envelope.data ?? call.envelope.params)
  if (typeof items === 'string') return refused(items)
  const read = items.map((item) => readNoticeItem(item, reporterOf(call)))
  const outcomes = await keepRead(call, 'DongBoTrangThaiHoSo', read)
  const bad = read.filter((one) => (outcomes.get(one)?.result ?? 'foreign') === 'foreign')
  if (bad.length === 0) return done(PHRASES.updated)
  const said = bad.map(({ code, faults }) => {
    const why = faults.map(({ field, why: what }) => `${field} ${what}`).join('; ')
    return `Hồ sơ ${code || 'không có mã'}: ${why || 'MaHoSo thuộc cơ quan khác'}.`
  })
  return { error_code: '1', message: said.join(' ') }
}
