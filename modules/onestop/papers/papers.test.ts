import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { type Paper, writePaper } from '#platform/pdf'
import { paperFormOn } from './forms.ts'
import * as papers from './papers.ts'
import { resultPaper } from './result.ts'

const AT = new Date('2026-05-11T09:30:00+07:00')
const LONG = 'Nguyễn Hoàng Thị Bảo Khuyên Phương Ánh Nguyệt Quỳnh Tường Vi Đặng Ngọc Thùy Dương'

const DATA: papers.PaperData = {
  code: 'H26-260511-0001',
  agency: 'Ủy ban nhân dân phường Cầu Giấy',
  agencyAbove: 'Ủy ban nhân dân thành phố Hà Nội',
  agencyCode: 'H26',
  agencyContact: 'Trung tâm Phục vụ hành chính công phường Cầu Giấy, 024 3833 1234',
  procedure: 'Thủ tục đăng ký khai sinh',
  procedureCode: '1.001193',
  applicant: LONG,
  phone: '0912345678',
  address: 'Số 12 ngõ 34 đường Nguyễn Khánh Toàn, Phường Cầu Giấy, Thành phố Hà Nội',
  channel: 'Trực tuyến',
  submittedAt: AT,
  receivedAt: AT,
  dueAt: new Date('2026-05-12T09:30:00+07:00'),
  limit: '1 ngày làm việc',
  returnBy: 'Bản điện tử trên cổng',
  papers: [
    { name: 'Giấy chứng sinh', files: ['Giấy chứng sinh (bản chụp).jpg'] },
    {
      name: 'Văn bản ủy quyền theo quy định của pháp luật trong trường hợp ủy quyền thực hiện việc đăng ký khai sinh',
      files: [],
    },
  ],
  officer: 'Phan Thị Mận',
  officerPost: 'Công chức một cửa',
  secret: 'K7QM-2XRD-9PHT',
  trackAt: 'https://motcua.example/tra-cuu',
}
const DECIDED = {
  at: AT,
  reason: 'Ảnh giấy chứng sinh bị mờ, không đọc được số và ngày',
  officer: 'Phan Thị Mận',
  post: 'Công chức một cửa',
}

const HOPS: papers.Hop[] = Array.from({ length: 40 }, (_, at) => ({
  from: at === 0 ? 'Người nộp' : 'Bộ phận tiếp nhận và trả kết quả',
  to: 'Thẩm định',
  givenBy: at === 0 ? LONG : 'Phan Thị Mận',
  takenBy: 'Lê Văn Bình',
  at: new Date(AT.getTime() + at * 3_600_000),
  verdict: ['Trước hạn', 'Đúng hạn', 'Quá hạn'][at % 3] ?? '',
  note: at % 5 === 0 ? 'Chuyển kèm ý kiến của Công an xã về nơi cư trú của cha mẹ' : '',
}))

const SEVEN: readonly [string, () => Paper, readonly string[]][] = [
  [
    '01',
    () => papers.receiptPaper(DATA),
    ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'K7QM-2XRD-9PHT', '09 giờ 30, ngày 12/05/2026', LONG],
  ],
  [
    '02',
    () =>
      papers.supplementPaper(DATA, {
        ...DECIDED,
        items: [{ label: 'Giấy tờ: Ảnh chụp giấy chứng sinh', note: 'Chụp lại đủ bốn góc, rõ số' }],
        basis: 'Nghị định 123/2015/NĐ-CP, Điều 15',
        answerBy: new Date('2026-05-20T09:30:00+07:00'),
      }),
    ['PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Chụp lại đủ bốn góc, rõ số', 'Điều 15'],
  ],
  [
    '03',
    () => papers.rejectionPaper(DATA, DECIDED),
    ['PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ', DECIDED.reason],
  ],
  [
    '04',
    () => papers.apologyPaper(DATA, { ...DECIDED, dueWas: AT, dueIs: new Date('2026-05-29T17:00:00+07:00') }),
    ['XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN', '17 giờ 00, ngày 29/05/2026', 'xin lỗi ông/bà'],
  ],
  ['05', () => papers.stopPaper(DATA, DECIDED), ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', DECIDED.reason]],
  [
    '06',
    () => papers.controlSlip(DATA, HOPS, AT),
    ['PHIẾU KIỂM SOÁT', '09 giờ 30 phút, ngày 11 tháng 05 năm 2026', 'Lê Văn Bình'],
  ],
  [
    '07',
    () =>
      papers.ledger(
        DATA.agency,
        Array.from({ length: 60 }, (_, at) => ({
          code: `H26-260511-${String(at + 1).padStart(4, '0')}`,
          procedure: DATA.procedure,
          applicant: LONG,
          receivedAt: AT,
          dueAt: AT,
          status: 'Đang xử lý',
          who: 'Phan Thị Mận',
        })),
        AT,
      ),
    ['SỔ THEO DÕI HỒ SƠ', 'H26-260511-0060', 'Đang xử lý'],
  ],
]

describe.each(SEVEN)('form %s', (number, make, words) => {
  test('is a PDF whose text is its text, diacritics and all', async () => {
    const bytes = await writePaper(make())

    const { text, pages, info } = await read(bytes)
    for (const word of words) expect(text).toContain(flat(word))
    expect(text).toContain(flat(`Mẫu số ${number}`))
    expect(text).toContain(flat('Độc lập - Tự do - Hạnh phúc'))
    if (number < '06') expect(pages).toBeLessThanOrEqual(2)
    expect(info).toMatchObject({ Language: 'vi', Title: make().title })
  })

  test('is the same bytes whenever it is made, and stands as its format wants', async () => {
    const [one, two] = await Promise.all([writePaper(make()), writePaper(make())])

    expect(one.equals(two)).toBe(true)
    expect(structureOf(one)).toEqual([])
  })
})

test('long tables go on over pages, and each page says what its columns are', async () => {
  const { perPage } = await read(await writePaper((SEVEN[6] as (typeof SEVEN)[number])[1]()))

  expect(perPage.length).toBeGreaterThan(2)
  for (const page of perPage) expect(page).toContain(flat('Trạng thái'))
  expect(perPage.at(-1)).toContain(`${perPage.length}/${perPage.length}`)
})

test('numbers and titles are those of the day', () => {
  expect(paperFormOn('control_slip', '2026-05-11' as never)?.number).toBe('06')
  expect(paperFormOn('control_slip', '2024-05-11' as never)?.number).toBe('05')
  expect(paperFormOn('stop', '2024-05-11' as never)).toBeUndefined()
})

/** Where lines break is the page's affair: words are compared without spaces. */
function flat(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '')
}

test('a result that was written from a template says what its officer wrote, in paragraphs', async () => {
  const result = {
    agency: DATA.agency,
    agencyAbove: DATA.agencyAbove,
    title: 'Trích lục khai sinh',
    number: '57/2026',
    body: `Kính gửi: ${LONG}\n\n\nCấp cho Nguyễn Minh Châu.`,
    officer: 'Lê Thị Mai',
    post: 'Phó Chủ tịch',
    at: AT,
  }
  const { text } = await read(await writePaper(resultPaper(result)))
  const unnumbered = await read(await writePaper(resultPaper({ ...result, number: '' })))

  for (const said of [
    'TRÍCH LỤC KHAI SINH',
    'Số: 57/2026',
    LONG,
    'Cấp cho Nguyễn Minh Châu.',
    'PHÓ CHỦ TỊCH',
  ])
    expect(text).toContain(flat(said))
  expect(unnumbered.text).not.toContain(flat('Số:'))
})

async function read(bytes: Buffer) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const perPage: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    perPage.push(flat(items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  const { info } = await document.getMetadata()
  await loading.destroy()
  return { text: perPage.join(''), pages: perPage.length, perPage, info }
}

/** What a checker of the format would look at first: every object where the table says, streams as long as they claim. */
function structureOf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  const wrong: string[] = []
  if (!text.startsWith('%PDF-1.7')) wrong.push('no header')
  if (!text.trimEnd().endsWith('%%EOF')) wrong.push('no end')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  if (text.slice(start, start + 4) !== 'xref') wrong.push('startxref leads nowhere')
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? []
  const entries = [...text.slice(start).matchAll(/(\d{10}) (\d{5}) ([nf])/g)]
  if (entries.length !== Number(count)) wrong.push(`${entries.length} entries of ${count}`)
  entries.forEach(([, offset, , kind], id) => {
    if (kind === 'n' && !text.startsWith(`${id} 0 obj`, Number(offset)))
      wrong.push(`object ${id} is not at ${offset}`)
  })
  for (const match of text.matchAll(/\/Length (\d+)[\s\S]*?>>\s*stream\n/g)) {
    const end = match.index + match[0].length + Number(match[1])
    if (!/^\s*endstream/.test(text.slice(end, end + 12)))
      wrong.push(`a stream of ${match[1]} is longer or shorter`)
  }
  return wrong
}
