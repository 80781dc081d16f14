import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Refusal } from '#kernel/refusal'
import { readContent } from './content.ts'
import { fileName } from './name.ts'
import { clamav } from './scan.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

function picture(orientation?: number): Promise<Buffer> {
  const made = sharp({ create: { width: 40, height: 20, channels: 3, background: '#8c1620' } }).jpeg()
  return (orientation ? made.withMetadata({ orientation }) : made).toBuffer()
}

/** An archive of empty entries that claim a size. */
function archive(entries: readonly (readonly [name: string, unpacked: number])[]): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32BE(0x504b0304, 0)
  const directory = entries.map(([name, unpacked]) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(unpacked, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    return Buffer.concat([entry, Buffer.from(name)])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(head.length, 16)
  return Buffer.concat([head, ...directory, end])
}

const WORD = [
  ['[Content_Types].xml', 100],
  ['word/document.xml', 1_000],
] as const

test('a picture is turned upright and tells nothing about who took it', async () => {
  const { kind, bytes } = await readContent(await picture(6), 'giấy chứng sinh.jpg')

  const { width, height, orientation, exif } = await sharp(bytes).metadata()
  expect([kind, width, height, orientation, exif]).toEqual(['jpg', 20, 40, undefined, undefined])
})

test('a document is kept as it is', async () => {
  expect(await readContent(PDF, 'Đơn.pdf')).toEqual({ kind: 'pdf', bytes: PDF })
  expect((await readContent(archive(WORD), 'đơn.docx')).kind).toBe('docx')
})

test.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
  ['nothing at all', () => Buffer.alloc(0), 'x.pdf', 'documents.empty'],
  ['eleven megabytes', () => Buffer.alloc(11 * 1_048_576), 'x.pdf', 'documents.too_large'],
  [
    'a program',
    () => Buffer.from('MZ\u0090\u0000 This program cannot be run in DOS mode'),
    'x.pdf',
    'documents.type_not_allowed',
  ],
  [
    'a page of a website',
    () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    'x.html',
    'documents.type_not_allowed',
  ],
  ['a picture that calls itself a document', () => picture(), 'x.pdf', 'documents.type_lies'],
  ['a PDF that was cut off', () => PDF.subarray(0, 30), 'x.pdf', 'documents.broken'],
  [
    'a PDF with a password',
    () => Buffer.concat([Buffer.from('%PDF-1.7 /Encrypt 5 0 R '), PDF]),
    'x.pdf',
    'documents.locked',
  ],
  [
    'a PDF with a script',
    () => Buffer.concat([Buffer.from('%PDF-1.7 /JavaScript '), PDF]),
    'x.pdf',
    'documents.active',
  ],
  ['a picture that was cut off', async () => (await picture()).subarray(0, 200), 'x.jpg', 'documents.broken'],
  ['a bomb', () => archive([...WORD, ['word/bomb.xml', 3_000_000_000]]), 'x.docx', 'documents.bomb'],
  ['an archive of anything', () => archive([['a.txt', 5]]), 'x.zip', 'documents.type_not_allowed'],
  ['macros', () => archive([...WORD, ['word/vbaProject.bin', 5]]), 'x.docx', 'documents.active'],
])('%s is refused', async (_case, make, name, code) => {
  await expect(readContent(await make(), name)).rejects.toMatchObject({ code } satisfies Partial<Refusal>)
})

test('bytes of any kind are read or refused, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('', '%PDF-', 'PK\u0003\u0004', '\u00ff\u00d8\u00ff'),
      async (noise, start) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), noise])
        await readContent(bytes, 'x').catch((error: unknown) => {
          expect((error as Refusal).name).toBe('Refusal')
        })
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['Giấy chứng sinh.pdf', 'Giấy chứng sinh.pdf'],
  ['Gia\u0302\u0301y.pdf', 'Giấy.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\hoa\\ảnh.jpg', 'ảnh.jpg'],
  ['.htaccess', 'htaccess'],
  ['a\u202efdp.exe', 'a fdp.exe'],
  ['\u0000\n', 'tep'],
])('the name %j is kept as %j', (given, kept) => {
  expect(fileName(given)).toBe(kept)
})

test('a name is never empty, never a path, and at most 300 characters with its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
      const name = fileName(given)

      expect(Array.from(name).length).toBeGreaterThan(0)
      expect(Array.from(name).length).toBeLessThanOrEqual(300)
      expect(name).not.toMatch(/[/\\]|^\./)
      expect(fileName(name)).toBe(name)
    }),
  )
  expect(fileName(`${'ạ'.repeat(500)}.pdf`)).toMatch(/^ạ{296}\.pdf$/)
})

test.each([
  ['stream: OK\0', 'clean'],
  ['stream: Win.Test.EICAR_HDB-1 FOUND\0', 'infected'],
])('the scanner speaks the protocol of ClamAV: %s', async (said, verdict) => {
  const received: Buffer[] = []
  const server = createServer((socket) => {
    socket.on('data', (piece) => {
      received.push(piece)
      if (Buffer.concat(received).subarray(-4).equals(Buffer.alloc(4))) socket.end(said)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }

  const answer = await clamav(`tcp://127.0.0.1:${port}`)(Readable.from([Buffer.from('nội dung')]))

  expect(answer).toBe(verdict)
  expect(Buffer.concat(received).toString('utf8')).toContain('zINSTREAM\0')
  await new Promise((resolve) => server.close(resolve))
})

test('a scanner that is away is a fault to be tried again, not a verdict', async () => {
  await expect(clamav('tcp://127.0.0.1:1')(Readable.from([PDF]))).rejects.toThrow()
})
