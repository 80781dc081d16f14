import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { ROOT } from './root.ts'

/** One thing on a printed paper, from top to bottom. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: 'title'; readonly text: string; readonly below?: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isSmall?: boolean }
  | { readonly kind: 'line'; readonly label: string; readonly value: string }
  | {
      readonly kind: 'table'
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
    }
  | {
      readonly kind: 'signatures'
      readonly signers: readonly { readonly role: string; readonly name: string }[]
    }
  | { readonly kind: 'qr'; readonly text: string; readonly words: string }

/** A column and its share of the width; the shares of a table are parts of their sum. */
export type PaperColumn = { readonly head: string; readonly share: number }

export type Paper = {
  readonly title: string
  /** When it was made: the same paper made again is the same bytes. */
  readonly at: Date
  readonly isLandscape?: boolean
  readonly blocks: readonly PaperBlock[]
}

type Doc = InstanceType<typeof PDFDocument>

const MM = 72 / 25.4
// Nghị định 30/2020/NĐ-CP, phụ lục I: margins of official papers.
const MARGINS = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM }
const SIZE = 12
/**
 * Letters with a dot below are taken whole, not put together from two signs: whoever copies or searches the text gets the letter.
 * (The library's types know only features to turn on.)
 */
const WHOLE_LETTERS = { features: { ccmp: false } as unknown as [] }
const SMALL = 10
const LINE_GAP = 2

let fonts: { regular: Buffer; bold: Buffer } | undefined

function loadFonts() {
  const at = (name: string) =>
    readFileSync(join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans', name))
  fonts ??= {
    regular: at('400Regular/NotoSans_400Regular.ttf'),
    bold: at('700Bold/NotoSans_700Bold.ttf'),
  }
  return fonts
}

/** In giấy tờ (PDF, A4): the text is text, in its own diacritics, with the parts of the font that it uses. */
export function writePaper(paper: Paper): Promise<Buffer> {
  const { title, at, isLandscape = false, blocks } = paper
  const { regular, bold } = loadFonts()
  const doc = new PDFDocument({
    size: 'A4',
    layout: isLandscape ? 'landscape' : 'portrait',
    margins: isLandscape ? { ...MARGINS, left: 15 * MM } : MARGINS,
    lang: 'vi',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: title, Creator: 'Một Cửa', Producer: 'Một Cửa', CreationDate: at, ModDate: at },
  })
  doc.registerFont('regular', regular).registerFont('bold', bold).font('regular').fontSize(SIZE)
  const pieces: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece))
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.on('error', reject)
  })
  for (const block of blocks) write(doc, block)
  numberPages(doc)
  doc.end()
  return done
}

type BlockOf<Kind> = Extract<PaperBlock, { readonly kind: Kind }>

const WRITERS: { readonly [Kind in PaperBlock['kind']]: (doc: Doc, block: BlockOf<Kind>) => void } = {
  heading: (doc, { left, right }) => heading(doc, left, right),
  title: (doc, { text, below }) => titleOf(doc, text, below),
  paragraph: (doc, { text, isSmall = false }) => paragraph(doc, text, isSmall),
  line: (doc, { label, value }) => line(doc, label, value),
  table: (doc, { columns, rows }) => table(doc, columns, rows),
  signatures: (doc, { signers }) => signatures(doc, signers),
  qr: (doc, { text, words }) => qr(doc, text, words),
}

function write<Kind extends PaperBlock['kind']>(doc: Doc, block: BlockOf<Kind>): void {
  const writer = WRITERS[block.kind as Kind]
  writer(doc, block)
}

function width(doc: Doc): number {
  return doc.page.width - doc.page.margins.left - doc.page.margins.right
}

function bottom(doc: Doc): number {
  return doc.page.height - doc.page.margins.bottom
}

/** The agency on the left, the name of the state and its motto on the right. */
function heading(doc: Doc, left: readonly string[], right: readonly string[]): void {
  const half = width(doc) / 2
  const top = doc.y
  const x = doc.page.margins.left
  const ends = [left, right].map((lines, side) => {
    doc.y = top
    lines.forEach((text, at) => {
      const isStrong = side === 1 || at === lines.length - 1
      doc.font(isStrong ? 'bold' : 'regular').fontSize(SIZE - 1)
      doc.text(text, x + side * half, doc.y, {
        ...WHOLE_LETTERS,
        width: half - 8,
        align: 'center',
        lineGap: LINE_GAP,
      })
    })
    const y = doc.y + 2
    const middle = x + side * half + (half - 8) / 2
    doc
      .moveTo(middle - 40, y)
      .lineTo(middle + 40, y)
      .lineWidth(0.7)
      .stroke()
    return y
  })
  doc.font('regular').fontSize(SIZE)
  doc.x = x
  doc.y = Math.max(...ends) + 14
}

function titleOf(doc: Doc, text: string, below: string | undefined): void {
  room(doc, 60)
  doc
    .moveDown(0.3)
    .font('bold')
    .fontSize(SIZE + 3)
  doc.text(text, { ...WHOLE_LETTERS, align: 'center', lineGap: LINE_GAP })
  if (below)
    doc
      .font('regular')
      .fontSize(SIZE)
      .text(below, { ...WHOLE_LETTERS, align: 'center' })
  doc.font('regular').fontSize(SIZE).moveDown(0.7)
}

function paragraph(doc: Doc, text: string, isQuiet: boolean): void {
  doc.fontSize(isQuiet ? SMALL : SIZE).text(text, { ...WHOLE_LETTERS, lineGap: LINE_GAP, align: 'left' })
  doc.fontSize(SIZE).moveDown(0.35)
}

function line(doc: Doc, label: string, value: string): void {
  doc.font('regular').text(`${label}: `, { ...WHOLE_LETTERS, continued: true, lineGap: LINE_GAP })
  doc.font('bold').text(value === '' ? '…' : value, { ...WHOLE_LETTERS, lineGap: LINE_GAP })
  doc.font('regular').moveDown(0.25)
}

const PADDING = 4

/** Rows are never cut in two, and each page repeats the heads. */
function table(doc: Doc, columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): void {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (width(doc) * share) / total)
  doc.moveDown(0.3).fontSize(SMALL)
  const head = () =>
    row(
      doc,
      columns.map((column) => column.head),
      widths,
      true,
    )
  head()
  for (const cells of rows) {
    if (doc.y + heightOf(doc, cells, widths) > bottom(doc)) {
      doc.addPage()
      doc.fontSize(SMALL)
      head()
    }
    row(doc, cells, widths, false)
  }
  doc.font('regular').fontSize(SIZE)
  doc.x = doc.page.margins.left
  doc.moveDown(0.6)
}

function heightOf(doc: Doc, cells: readonly string[], widths: readonly number[]): number {
  return (
    Math.max(
      ...cells.map((cell, at) =>
        doc.heightOfString(cell || ' ', { ...WHOLE_LETTERS, width: (widths[at] ?? 0) - 2 * PADDING }),
      ),
    ) +
    2 * PADDING
  )
}

function row(doc: Doc, cells: readonly string[], widths: readonly number[], isHead: boolean): void {
  doc.font(isHead ? 'bold' : 'regular')
  const height = heightOf(doc, cells, widths)
  const top = doc.y
  let x = doc.page.margins.left
  cells.forEach((cell, at) => {
    const wide = widths[at] ?? 0
    doc.rect(x, top, wide, height).lineWidth(0.5).stroke()
    doc.text(cell, x + PADDING, top + PADDING, {
      ...WHOLE_LETTERS,
      width: wide - 2 * PADDING,
      align: isHead ? 'center' : 'left',
    })
    x += wide
  })
  doc.y = top + height
}

function signatures(doc: Doc, signers: readonly { readonly role: string; readonly name: string }[]): void {
  room(doc, 110)
  doc.moveDown(0.8)
  const part = width(doc) / Math.max(1, signers.length)
  const top = doc.y
  signers.forEach(({ role, name }, at) => {
    const x = doc.page.margins.left + at * part
    doc.font('bold').text(role.toUpperCase(), x, top, { ...WHOLE_LETTERS, width: part, align: 'center' })
    doc
      .font('regular')
      .fontSize(SMALL)
      .text('(Ký, ghi rõ họ tên)', x, doc.y, { ...WHOLE_LETTERS, width: part, align: 'center' })
    doc
      .font('bold')
      .fontSize(SIZE)
      .text(name, x, top + 75, { ...WHOLE_LETTERS, width: part, align: 'center' })
  })
  doc.font('regular')
  doc.x = doc.page.margins.left
  doc.y = top + 100
}

const QR_SIDE = 82

/** Squares, not a picture: sharp at any size. */
function qr(doc: Doc, text: string, words: string): void {
  room(doc, QR_SIDE + 12)
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const unit = QR_SIDE / size
  const [left, top] = [doc.page.margins.left, doc.y + 4]
  data.forEach((cells, y) => {
    cells.forEach((isDark, x) => {
      if (isDark) doc.rect(left + x * unit, top + y * unit, unit, unit)
    })
  })
  doc.fill('#000')
  doc.fontSize(SMALL).text(words, left + QR_SIDE + 12, top + 6, {
    ...WHOLE_LETTERS,
    width: width(doc) - QR_SIDE - 12,
    lineGap: LINE_GAP,
  })
  doc.fontSize(SIZE)
  doc.x = left
  doc.y = Math.max(doc.y, top + QR_SIDE + 8)
}

function room(doc: Doc, height: number): void {
  if (doc.y + height > bottom(doc)) doc.addPage()
}

function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange()
  if (count < 2) return
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    const { bottom: margin } = doc.page.margins
    // Below the margin nothing is written otherwise, and writing there would begin a new page.
    doc.page.margins.bottom = 0
    doc.fontSize(SMALL).text(`${at + 1}/${count}`, doc.page.margins.left, doc.page.height - margin + 12, {
      width: width(doc),
      align: 'center',
      lineBreak: false,
    })
    doc.page.margins.bottom = margin
  }
}
