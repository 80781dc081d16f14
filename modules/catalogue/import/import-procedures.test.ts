import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { sql } from '#platform/db'
import { test } from '../../../test/support/world.ts'
import { importProcedures } from './import-procedures.ts'
import { readLines } from './read-lines.ts'

const NOW = new Date('2026-05-11T09:30:00+07:00')

const WELL = {
  code: '9.900001',
  name: 'Cấp phép khoan giếng',
  decision_no: '10/QĐ-UBND',
  field: 'Tài nguyên nước',
  levels: ['PROVINCE', 'COMMUNE'],
  type_raw: 'Loại khác',
  owner_code: 'G10',
  owner_name: 'Bộ Nông nghiệp và Môi trường',
  executing_agencies: ['Sở Nông nghiệp và Môi trường'],
  subjects: ['Công dân Việt Nam'],
  steps: 'Bước 1: nộp hồ sơ\n\nBước 2: nhận kết quả',
  methods: [
    {
      channel: 'DIRECT',
      time_value: 0.5,
      time_unit: 'WORKING_DAY',
      fees: [
        { type: 'AMOUNT', amount: 135, currency: 'VND', note: null, suspect: true },
        { type: 'FREE', amount: 0, currency: 'VND', note: 'Hội đồng nhân dân quy định' },
      ],
    },
    { channel: 'ONLINE', time_value: 1, time_unit: null, fees: [] },
  ],
  dossier: [
    {
      title: '* Giấy tờ phải nộp:',
      items: [
        { name: 'Đơn đề nghị', originals: 1, copies: 0, forms: ['Mẫu 01.docx'] },
        { name: 'Lưu ý khi nộp qua bưu chính', originals: 0, copies: 0 },
      ],
    },
  ],
  results: [{ name: 'Giấy phép', code: 'KQ.G10.999999' }],
  legal_docs: ['02/2023/NĐ-CP', '02/2023/NĐ-CP'],
  keywords: null,
}

function fileOf(content: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'procedures.jsonl')
  writeFileSync(file, content)
  return file
}

const linesOf = (...records: readonly unknown[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')

test('a record of the public catalogue becomes a first revision, and what the source left open stays open', async ({
  world,
}) => {
  const report = await importProcedures(world.db, readLines(fileOf(linesOf(WELL))), {
    source: 'test',
    now: NOW,
  })

  expect(report).toMatchObject({ lines: 1, added: 1, revised: 0, unchanged: 0, rejected: [] })
  const { content } = await world.db.one<{ content: object }>(sql`
    select content from catalogue.revision where procedure_code = '9.900001' and number = 1`)
  expect(content).toMatchObject({
    onlineLevel: 'partial',
    steps: [{ text: 'Bước 1: nộp hồ sơ' }, { text: 'Bước 2: nhận kết quả' }],
    methods: [
      {
        channel: 'direct',
        times: [
          {
            value: 0.5,
            unit: 'working_day',
            fees: [
              { kind: 'amount', amountDong: 135, isSuspect: true },
              { kind: 'free', note: 'Hội đồng nhân dân quy định' },
            ],
          },
        ],
      },
      { channel: 'online', times: [{ value: 1, fees: [] }] },
    ],
    cases: [{ name: 'Giấy tờ phải nộp' }],
    legalBases: [{ number: '02/2023/NĐ-CP' }],
  })
})

test('the same file again changes nothing, a changed record makes a new revision, and the old name still finds it', async ({
  world,
}) => {
  const { db } = world
  const take = (file: string) => importProcedures(db, readLines(file), { source: 'test', now: NOW })
  const first = fileOf(linesOf({ ...WELL, code: '9.900002' }))
  await take(first)

  const again = await take(first)
  const renamed = await take(
    fileOf(linesOf({ ...WELL, code: '9.900002', name: 'Cấp phép thăm dò nước dưới đất' })),
  )

  expect(again).toMatchObject({ added: 0, revised: 0, unchanged: 1 })
  expect(renamed).toMatchObject({ added: 0, revised: 1, unchanged: 0 })
  const row = await db.one(sql`
    select name, former_names, revision_number from catalogue.procedure where code = '9.900002'`)
  expect(row).toEqual({
    name: 'Cấp phép thăm dò nước dưới đất',
    formerNames: ['Cấp phép khoan giếng'],
    revisionNumber: 2,
  })
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) from catalogue.revision where procedure_code = '9.900002'`)
  expect(count).toBe(2)
})

test('broken lines are reported with their reason, and stop nothing', async ({ world }) => {
  const good = JSON.stringify({ ...WELL, code: '9.900003' })
  const twin = JSON.stringify({ ...WELL, code: '9.900003', name: 'Tên khác' })
  const file = fileOf(
    [
      good,
      '{"code": "9.9',
      '[]',
      '42',
      '{"a": 1}',
      JSON.stringify({ ...WELL, code: 'khai sinh' }),
      '',
      twin,
    ].join('\n'),
  )

  const report = await importProcedures(world.db, readLines(file), { source: 'test', now: NOW })

  expect(report.added).toBe(1)
  expect(report.rejected).toEqual([
    { line: 2, reason: expect.stringContaining('broken JSON') },
    { line: 4, reason: 'not a JSON object' },
    { line: 5, reason: 'no known shape: it has the keys a' },
    { line: 6, reason: '"khai sinh" is not a procedure code' },
    { line: 8, reason: '9.900003 stands on line 1 already, with other content' },
  ])
  const stored = await world.db.one(sql`
    select added, jsonb_array_length(rejected) as rejected from catalogue.import order by id desc limit 1`)
  expect(stored).toEqual({ added: 1, rejected: 5 })
})

test('a file in another encoding is refused, and a line with a lost character is reported', async ({
  world,
}) => {
  const take = (file: string) => importProcedures(world.db, readLines(file), { source: 'test', now: NOW })
  const utf16 = fileOf(Buffer.from(`\uFEFF${linesOf(WELL)}`, 'utf16le'))
  const latin = fileOf(
    Buffer.from(linesOf({ ...WELL, code: '9.900009', name: 'Cấp phép' }).replace('ấ', 'â'), 'latin1'),
  )

  await expect(take(utf16)).rejects.toThrow('UTF-16')
  const report = await take(latin)

  expect(report).toMatchObject({
    added: 0,
    rejected: [{ line: 1, reason: 'not UTF-8: a character was lost' }],
  })
})

test('a compressed file with a byte order mark, and one document over many lines, are read as well', async ({
  world,
}) => {
  const packed = fileOf(gzipSync(`\uFEFF${linesOf({ ...WELL, code: '9.900004' })}`))
  const spread = fileOf(
    JSON.stringify(
      [
        { ...WELL, code: '9.900005' },
        { ...WELL, code: '9.900006' },
      ],
      null,
      2,
    ),
  )

  const [one, two] = [
    await importProcedures(world.db, readLines(packed), { source: 'test', now: NOW }),
    await importProcedures(world.db, readLines(spread), { source: 'test', now: NOW }),
  ]

  expect(one).toMatchObject({ added: 1, rejected: [] })
  expect(two).toMatchObject({ lines: 1, added: 2, rejected: [] })
})

test('an answer of the national service LayThuTuc is read, whatever the case of its keys', async ({
  world,
}) => {
  const answer = {
    error_code: '0',
    result: [
      {
        MATTHC: '9.900007',
        TENTTHC: 'Đăng ký thử nghiệm',
        MACOQUANCONGBO: 'G15',
        TRANGTHAI: '1',
        QUYETDINH: '99/QĐ-BTP',
        LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-HT01', TENLINHVUC: 'Hộ tịch' }],
        CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp xã' }],
        CachThucThucHien: [
          {
            KENH: '2',
            THOIGIAN: [
              {
                THOIGIANGIAIQUYET: '5',
                DONVITINH: 'Ngày làm việc',
                PHILEPHI: [
                  { MAPHILEPHI: 'P1', SOTIEN: '8.000', DONVI: 'Đồng', MOTA: 'Phí' },
                  { SOTIEN: '0', MOTA: '' },
                ],
              },
            ],
          },
        ],
        THANHPHANHOSO: [
          {
            TRUONGHOP: '',
            GIAYTO: [
              { TENGIAYTO: 'Tờ khai', SOBANCHINH: '1', SOBANSAO: '0', MaKetQuaThayThe: 'KQ.G15.000031' },
            ],
          },
        ],
        KETQUATHUCHIEN: [{ MAKETQUA: 'KQ.G15.000099', TENKETQUA: 'Giấy xác nhận' }],
        CANCUPHAPLY: [{ SOVANBAN: '60/2014/QH13', NGAYBANHANH: '20/11/2014' }],
        TTHCLIENQUAN: [{ MATTHC: '1.001193' }],
      },
    ],
  }

  const report = await importProcedures(world.db, readLines(fileOf(linesOf(answer))), {
    source: 'test',
    now: NOW,
  })

  expect(report).toMatchObject({ added: 1, rejected: [] })
  const { content } = await world.db.one<{ content: object }>(sql`
    select content from catalogue.revision where procedure_code = '9.900007'`)
  expect(content).toMatchObject({
    field: { code: 'G15-HT01', name: 'Hộ tịch' },
    levels: ['commune'],
    methods: [
      {
        channel: 'online',
        times: [
          {
            value: 5,
            unit: 'working_day',
            fees: [{ kind: 'amount', amountDong: 8000, code: 'P1' }, { kind: 'free' }],
          },
        ],
      },
    ],
    cases: [{ components: [{ name: 'Tờ khai', originals: 1, replacementResults: ['KQ.G15.000031'] }] }],
    legalBases: [{ number: '60/2014/QH13', issuedOn: '2014-11-20' }],
    related: ['1.001193'],
  })
})

test('an import that dies in the middle leaves nothing behind', async ({ world }) => {
  const lines = async function* () {
    yield { number: 1, text: JSON.stringify({ ...WELL, code: '9.900008' }) }
    throw new Error('the disk went away')
  }

  const taken = importProcedures(world.db, lines(), { source: 'test', now: NOW })

  await expect(taken).rejects.toThrow('the disk went away')
  expect(await world.db.many(sql`select code from catalogue.procedure where code = '9.900008'`)).toEqual([])
})
