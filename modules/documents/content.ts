import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Refusal } from '#kernel/refusal'
import { type FileKind, MEDIA_TYPES, UPLOAD_LIMITS } from './file.ts'
import { readZip } from './zip.ts'

/** What a file truly is, whatever it is called, with the bytes that are kept. */
export type Content = { readonly kind: FileKind; readonly bytes: Buffer }

const MOST_PIXELS = 80_000_000
const LONGEST_SIDE = 6_000
const MOST_ENTRIES = 2_000
const MOST_UNPACKED_BYTES = 200 * 1_048_576
const MOST_RATIO = 100
const JPEG_QUALITY = 85

/**
 * Kiểm tra nội dung tệp by its bytes, never by its name. Pictures are turned upright and lose their metadata (place, camera,
 * names); documents are looked into as far as it is safe.
 * @throws Refusal `documents.type_not_allowed`, `documents.type_lies`, `documents.empty`, `documents.too_large`,
 *   `documents.broken`, `documents.locked`, `documents.bomb`
 */
export async function readContent(bytes: Buffer, name: string): Promise<Content> {
  if (bytes.length === 0) throw new Refusal('documents.empty')
  if (bytes.length > UPLOAD_LIMITS.mostBytes) throw new Refusal('documents.too_large')
  const kind = await kindOf(bytes)
  if (!kind) throw new Refusal('documents.type_not_allowed', { types: [...UPLOAD_LIMITS.types] })
  refuseLies(kind, name)
  if (kind === 'pdf') return { kind, bytes: checkedPdf(bytes) }
  if (kind === 'docx' || kind === 'xlsx') return { kind, bytes: checkedOffice(bytes, kind) }
  return { kind, bytes: await upright(bytes, kind) }
}

async function kindOf(bytes: Buffer): Promise<FileKind | undefined> {
  // Archives are known by their first signs, and told apart by what they hold.
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeKind(bytes)
  const found = await fileTypeFromBuffer(bytes)
  return (Object.keys(MEDIA_TYPES) as FileKind[]).find((kind) => MEDIA_TYPES[kind] === found?.mime)
}

function officeKind(bytes: Buffer): FileKind | undefined {
  const names = readZip(bytes)?.names
  if (!names?.includes('[Content_Types].xml')) return undefined
  if (names.some((name) => name.startsWith('word/'))) return 'docx'
  return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : undefined
}

/** An ending that says something else would lead whoever opens the file astray. */
function refuseLies(kind: FileKind, name: string): void {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg')
  if (ending !== undefined && ending !== kind)
    throw new Refusal('documents.type_lies', { said: ending, found: kind })
}

function checkedPdf(bytes: Buffer): Buffer {
  if (!bytes.subarray(-2_048).includes('%%EOF')) throw new Refusal('documents.broken')
  if (bytes.includes('/Encrypt')) throw new Refusal('documents.locked')
  if (bytes.includes('/JavaScript') || bytes.includes('/Launch')) throw new Refusal('documents.active')
  return bytes
}

function checkedOffice(bytes: Buffer, kind: FileKind): Buffer {
  const contents = readZip(bytes)
  if (!contents) throw new Refusal('documents.broken')
  const { names, unpackedBytes } = contents
  const isBomb = unpackedBytes > MOST_UNPACKED_BYTES || unpackedBytes > bytes.length * MOST_RATIO
  if (isBomb || names.length > MOST_ENTRIES) throw new Refusal('documents.bomb')
  if (names.some((name) => /vbaProject|\.(exe|dll|js|vbs|bat|cmd|ps1)$/i.test(name))) {
    throw new Refusal('documents.active', { kind })
  }
  return bytes
}

/** Ảnh: by the camera's own note of which way is up, within bounds, and without the note afterwards. */
async function upright(bytes: Buffer, kind: FileKind): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    if (kind === 'png') return await picture.png().toBuffer()
    return await (kind === 'webp'
      ? picture.webp()
      : picture.jpeg({ quality: JPEG_QUALITY, mozjpeg: false })
    ).toBuffer()
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    throw new Refusal(isTooLarge ? 'documents.bomb' : 'documents.broken')
  }
}
