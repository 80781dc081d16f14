import { describe, expect, test } from 'vitest'
import type { SearchDocument, Synonyms } from './document.ts'
import { buildIndex, search, suggest } from './engine.ts'

type Draft = Partial<SearchDocument> & Pick<SearchDocument, 'code' | 'name'>

const document = (draft: Draft): SearchDocument => ({
  alsoCalled: [],
  formerNames: [],
  keywords: [],
  field: 'Hộ tịch',
  ownerName: 'Bộ Tư pháp',
  agencies: ['Ủy ban nhân dân cấp xã'],
  papers: [],
  results: [],
  fieldSlug: 'ho-tich',
  ownerCode: 'G15',
  levels: ['commune'],
  subjects: ['cong-dan-viet-nam'],
  onlineLevel: 'full',
  lifeEvents: [],
  isInternal: false,
  rank: 0,
  ...draft,
})

const DRIVING = {
  field: 'Sát hạch, cấp giấy phép lái xe',
  fieldSlug: 'giay-phep-lai-xe',
  levels: ['province'],
}
const LAND = { field: 'Đất đai', fieldSlug: 'dat-dai', levels: ['province'] }
const TAX = {
  field: 'Thuế',
  fieldSlug: 'thue',
  levels: ['province'],
  ownerCode: 'G12',
  ownerName: 'Bộ Tài chính',
}

const DOCUMENTS = [
  {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    rank: 100,
    lifeEvents: ['sinh-con'],
    alsoCalled: ['làm giấy khai sinh'],
  },
  { code: '1.003583', name: 'Thủ tục đăng ký khai sinh lưu động' },
  { code: '1.004884', name: 'Thủ tục đăng ký lại khai sinh', rank: 80 },
  { code: '2.000528', name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài' },
  { code: '1.000894', name: 'Thủ tục đăng ký kết hôn', rank: 93 },
  { code: '1.004873', name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', rank: 90 },
  { code: '1.004222', name: 'Đăng ký thường trú', rank: 96, field: 'Cư trú', fieldSlug: 'cu-tru' },
  { code: '3.000346', name: 'Cấp giấy phép lái xe', ...DRIVING },
  { code: '3.000347', name: 'Đổi giấy phép lái xe', rank: 95, ...DRIVING },
  { code: '3.000348', name: 'Cấp lại giấy phép lái xe', rank: 78, ...DRIVING },
  {
    code: '1.013978',
    name: 'Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất',
    rank: 85,
    alsoCalled: ['làm sổ đỏ'],
    ...LAND,
  },
  { code: '1.012784', name: 'Tách thửa hoặc hợp thửa đất', ...LAND },
  { code: '1.007607', name: 'Chấm dứt hiệu lực mã số thuế', ...TAX },
  {
    code: '1.008498',
    name: 'Đăng ký thuế lần đầu đối với cá nhân',
    formerNames: ['Cấp mã số thuế cá nhân'],
    ...TAX,
  },
  { code: '1.000020', name: 'Thủ tục hải quan đối với xăng dầu, hóa chất', ...TAX },
  { code: '5.002544', name: 'Lấy ý kiến về quy hoạch khai sinh cảng biển', isInternal: true },
].map(document)

const SYNONYMS: Synonyms = {
  groups: [
    { terms: ['giấy phép lái xe', 'bằng lái', 'bằng lái xe'], kind: 'same' },
    { terms: ['giấy chứng nhận quyền sử dụng đất', 'sổ đỏ', 'bìa đỏ'], kind: 'everyday' },
    { terms: ['đăng ký kết hôn', 'cưới', 'marriage registration'], kind: 'everyday' },
    { terms: ['cấp lại', 'bị mất', 'mất'], kind: 'everyday' },
    { terms: ['tình trạng hôn nhân', 'độc thân'], kind: 'everyday' },
  ],
  abbreviations: { gplx: 'giấy phép lái xe', 'tp.hcm': 'thành phố hồ chí minh', mst: 'mã số thuế' },
}

const LIFE_EVENTS = [{ slug: 'sinh-con', name: 'Sinh con' }]
const index = buildIndex(DOCUMENTS, SYNONYMS, LIFE_EVENTS)
const first = (question: string) => search(index, question).hits[0]?.code
const codes = (question: string) => search(index, question).hits.map(({ code }) => code)

describe('people write as they like and find what they mean', () => {
  test.each([
    ['the name', 'đăng ký khai sinh', '1.001193'],
    ['the name without accents', 'dang ky khai sinh', '1.001193'],
    ['some accents', 'đăng ky khai sinh', '1.001193'],
    ['tones placed the other way, y for i', 'đăng kí khai sinh', '1.001193'],
    ['capitals', 'ĐĂNG KÝ KHAI SINH', '1.001193'],
    ['full-width letters and odd spaces', 'ｋｈａｉ\u3000ｓｉｎｈ', '1.001193'],
    ['an everyday name', 'làm giấy khai sinh cho con', '1.001193'],
    ['words of asking', 'cho tôi hỏi làm giấy khai sinh ở đâu hết bao nhiêu tiền', '1.001193'],
    ['a slip', 'đăng ký khai sih', '1.001193'],
    ['two letters swapped', 'đăng ký khia sinh', '1.001193'],
    ['words run together', 'khaisinh', '1.001193'],
    ['a word torn apart', 'đăng ký kh ai sinh', '1.001193'],
    ['Telex switched off', 'ddawng kys khai sinh', '1.001193'],
    ['VNI switched off', 'd9a8ng ky1 khai sinh', '1.001193'],
    ['a special case by its words', 'đăng ký khai sinh lưu động', '1.003583'],
    ['an abbreviation', 'đổi GPLX', '3.000347'],
    ['an everyday word', 'đổi bằng lái xe', '3.000347'],
    ['what happened', 'mất bằng lái', '3.000348'],
    ['a nickname of a paper', 'bìa đỏ', '1.013978'],
    ['English', 'marriage registration', '1.000894'],
    ['one thing in other words', 'giấy độc thân', '1.004873'],
    ['a former name', 'cấp mã số thuế cá nhân', '1.008498'],
    ['a phrase in quotation marks', '"lại khai sinh"', '1.004884'],
    ['a code', '1.004222', '1.004222'],
    ['a code without its point', '1004222', '1.004222'],
    ['a code without its first digit', '004222', '1.004222'],
    ['a code of a locality', 'thủ tục 1.004222.000.00.00.H34', '1.004222'],
  ])('%s: %s', (_how, question, code) => {
    expect(first(question)).toBe(code)
  })
})

describe('accents', () => {
  test('sharpen when they were typed', () => {
    const [typed] = search(index, 'mã số thuế').hits
    const [other] = search(index, 'má số thuế').hits

    expect(typed?.score ?? 0).toBeGreaterThan(other?.score ?? 0)
  })

  test('fold to the same whichever school placed the tone', () => {
    expect(codes('hoá chất')).toEqual(codes('hóa chất'))
  })
})

describe('the answer says how the question was read', () => {
  test('spelling that was mended is shown with its accents', () => {
    expect(search(index, 'khaisinh').correctedQuery).toBe('khai sinh')
    expect(search(index, 'giaays phesp lai xe').correctedQuery).toBe('giấy phép lái xe')
    expect(search(index, 'khai sinh').correctedQuery).toBeUndefined()
  })

  test('everyday words are shown in the words of the law', () => {
    expect(search(index, 'đổi bằng lái').understoodAs).toBe('đổi giấy phép lái xe')
    expect(search(index, 'gplx').understoodAs).toBe('giấy phép lái xe')
    expect(search(index, 'đổi giấy phép lái xe').understoodAs).toBeUndefined()
  })

  test('a hit names the place that the question met', () => {
    expect(search(index, 'làm sổ đỏ').hits[0]?.why).toEqual({ matched: 'alsoCalled', text: 'làm sổ đỏ' })
    expect(search(index, 'cấp mã số thuế cá nhân').hits[0]?.why.matched).toBe('formerName')
    expect(search(index, '1.004222').hits[0]?.why).toEqual({ matched: 'code' })
  })

  test('what fits nothing has no hits, and what comes near is named', () => {
    expect(search(index, 'mua vé xem phim')).toMatchObject({ hits: [], total: 0 })
    expect(
      search(index, 'khai sinh', { filters: { field: ['dat-dai'] } }).near.map(({ target }) => target),
    ).toContain('1.001193')
  })
})

describe('narrowing', () => {
  test('without a question everything is listed by need, then by name', () => {
    const { hits, total } = search(index, '')

    expect(total).toBe(15)
    expect(hits.slice(0, 3).map(({ code }) => code)).toEqual(['1.001193', '1.004222', '3.000347'])
  })

  test('words of asking alone ask for everything', () => {
    expect(search(index, 'tôi muốn hỏi').total).toBe(15)
  })

  test('counts of a dimension do not depend on its own filter', () => {
    const { facets, total } = search(index, '', { filters: { field: ['thue'] } })

    expect(total).toBe(3)
    expect(facets.field.find(({ value }) => value === 'ho-tich')?.count).toBe(6)
    expect(facets.owner).toEqual([{ value: 'G12', count: 3 }])
  })

  test('an internal procedure answers to its whole code only', () => {
    expect(codes('5.002544')).toEqual(['5.002544'])
    expect(codes('002544')).toEqual([])
    expect(codes('quy hoạch cảng biển')).not.toContain('5.002544')
  })
})

describe('while somebody types', () => {
  const texts = (prefix: string) => suggest(index, prefix).map(({ text }) => text)

  test.each([
    ['the beginning of an everyday name', 'làm gi', 'làm giấy khai sinh'],
    ['no accents yet', 'lam so', 'làm sổ đỏ'],
    ['a word within a name', 'thua d', 'Tách thửa hoặc hợp thửa đất'],
    ['an abbreviation', 'gplx', 'Đổi giấy phép lái xe'],
    ['an everyday word', 'bằng lái', 'Đổi giấy phép lái xe'],
    ['a slip', 'tach thuar', 'Tách thửa hoặc hợp thửa đất'],
    ['part of a code', '1.01278', '1.012784 Tách thửa hoặc hợp thửa đất'],
  ])('%s: %s', (_how, prefix, text) => {
    expect(texts(prefix)).toContain(text)
  })

  test('life events are offered beside procedures', () => {
    expect(suggest(index, 'sinh c')).toContainEqual({
      text: 'Sinh con',
      kind: 'lifeEvent',
      target: 'sinh-con',
    })
  })

  test('a procedure is offered once, and the more needed first', () => {
    const offered = suggest(index, 'giấy phép')

    expect(offered.map(({ target }) => target)).toEqual(['3.000347', '3.000348', '3.000346'])
  })
})
