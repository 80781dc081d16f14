import { type Seal, signDetached } from './cades.ts'

export type SealWords = { readonly name: string; readonly reason: string; readonly at: Date }

const RANGE_DIGITS = 10
const ROOM_FOR_SIGNATURE = 2_048

/**
 * Ký số một giấy tờ: what our writer of papers made, with a signature added after it (ISO 32000-1, 7.5.6 and 12.8; PAdES level B-B,
 * ETSI EN 319 142-1). Every byte before it stays as it is; a reader shows whose it is and that nothing has changed.
 * @throws Error for a PDF that is not of our writer
 */
export function sealPaper(pdf: Buffer, seal: Seal, words: SealWords): Buffer {
  const { signed, contentsAt, contentsEnd } = withPlace(pdf, seal, words)
  const ranges = [0, contentsAt, contentsEnd, signed.length - contentsEnd]
  const rangeAt = signed.indexOf(EMPTY_RANGE, pdf.length, 'latin1')
  signed.write(rangeText(ranges), rangeAt, 'latin1')
  const content = Buffer.concat([signed.subarray(0, contentsAt), signed.subarray(contentsEnd)])
  const signature = signDetached(content, seal).toString('hex')
  const room = contentsEnd - contentsAt - 2
  if (signature.length > room) throw new Error('The signature is longer than the place that was left for it')
  signed.write(signature, contentsAt + 1, 'latin1')
  return signed
}

function rangeText(ranges: readonly number[]): string {
  return `[${ranges.map((one) => String(one).padStart(RANGE_DIGITS)).join(' ')}]`
}
const EMPTY_RANGE = rangeText([0, 0, 0, 0])

/** The paper with the update, in it an empty place for the signature, from `<` to `>`. */
function withPlace(pdf: Buffer, { certificates }: Seal, words: SealWords) {
  const old = readFile(pdf)
  const [signature, field] = [old.size, old.size + 1]
  const bytes = certificates.reduce((sum, { length }) => sum + length, ROOM_FOR_SIGNATURE)
  const objects: readonly (readonly [number, string])[] = [
    [old.root, `${old.object(old.root)}\n/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>`],
    [old.firstPage, `${old.object(old.firstPage)}\n/Annots [${field} 0 R]`],
    [
      signature,
      [
        '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
        `/ByteRange ${EMPTY_RANGE}`,
        `/Contents <${'0'.repeat(2 * bytes)}>`,
        `/Name ${textString(words.name)} /Reason ${textString(words.reason)} /M (${pdfDate(words.at)})`,
      ].join('\n'),
    ],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /F 132 /Rect [0 0 0 0] /P ${old.firstPage} 0 R /V ${signature} 0 R`,
    ],
  ]
  const pieces = ['\n']
  const offsets = new Map<number, number>()
  let end = pdf.length + 1
  for (const [number, dictionary] of objects) {
    const piece = `${number} 0 obj\n${dictionary} >>\nendobj\n`
    offsets.set(number, end)
    pieces.push(piece)
    end += piece.length
  }
  const entries = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(([number, at]) => `${number} 1\n${String(at).padStart(RANGE_DIGITS, '0')} 00000 n \n`)
  const trailer = `${old.trailer.replace(/\/Size \d+/, `/Size ${old.size + 2}`)} /Prev ${old.tableAt}`
  pieces.push(`xref\n${entries.join('')}trailer\n${trailer} >>\nstartxref\n${end}\n%%EOF\n`)
  const signed = Buffer.concat([pdf, Buffer.from(pieces.join(''), 'latin1')])
  const contentsAt = signed.indexOf('/Contents <0000', pdf.length, 'latin1') + '/Contents '.length
  return { signed, contentsAt, contentsEnd: contentsAt + 2 * bytes + 2 }
}

/** The parts of a file with one table of objects, as our writer ends it. Dictionaries come without their closing signs. */
function readFile(pdf: Buffer) {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 2_048))
  const [, trailer = '', tableAt = ''] =
    /trailer\s+(<<[\s\S]*)>>\s+startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail) ?? []
  const table = pdf.toString('latin1', Number(tableAt))
  const object = (number: number): string => {
    const at = Number(/^\d{10}/.exec(table.slice(entryAt(table, number)))?.[0])
    const text = pdf.toString('latin1', at, pdf.indexOf('endobj', at, 'latin1'))
    const [, dictionary] = /^\d+ 0 obj\s+(<<[\s\S]*)>>\s*$/.exec(text) ?? []
    if (dictionary === undefined) throw new Error(`Object ${number} of the paper is not a dictionary`)
    return dictionary.trimEnd()
  }
  const root = reference(trailer, 'Root')
  const pages = reference(object(root), 'Pages')
  return {
    object,
    root,
    firstPage: reference(object(pages), 'Kids'),
    size: Number(/\/Size (\d+)/.exec(trailer)?.[1]),
    trailer: trailer.trimEnd(),
    tableAt,
  }
}

const ENTRY = 20

/** Where the entry of an object is: 20 signs each, after the line that says how many there are (ISO 32000-1, 7.5.4). */
function entryAt(table: string, number: number): number {
  const [head] = /^xref\s+0 \d+\s*?\n/.exec(table) ?? []
  if (head === undefined) throw new Error('The paper has no table of objects')
  return head.length + ENTRY * number
}

function reference(dictionary: string, key: string): number {
  const [, number] = new RegExp(`/${key} \\[?\\s*(\\d+) 0 R`).exec(dictionary) ?? []
  if (number === undefined) throw new Error(`The paper has no ${key}`)
  return Number(number)
}

/** UTF-16 with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2). */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}
