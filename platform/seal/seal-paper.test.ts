import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  verify,
  X509Certificate,
} from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContentInfo, SignedData } from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { type Paper, writePaper } from '../pdf.ts'
import type { Seal } from './cades.ts'
import { makeSeal, readSeal } from './certificate.ts'
import { sealPaper } from './seal-paper.ts'

const AT = new Date('2026-05-11T03:00:00Z')
const WORDS = { name: 'dichvucong.example', reason: 'Biên nhận hồ sơ trực tuyến', at: AT }
const PAPER: Paper = {
  title: 'Biên nhận',
  at: AT,
  blocks: Array.from({ length: 60 }, (_, at) => ({
    kind: 'paragraph' as const,
    text: `Dòng ${at}: Nguyễn Thị Hồng Nhung, xã Tân Lập`,
  })),
}

test('a sealed paper is the paper with a signature after it, which an independent reading confirms', async () => {
  const paper = await writePaper(PAPER)
  const sealed = sealPaper(paper, await ownSeal(), WORDS)

  expect(sealed.subarray(0, paper.length).equals(paper)).toBe(true)
  expect(isGenuine(sealed)).toBe(true)
  const pdf = await getDocument({ data: new Uint8Array(sealed) }).promise
  expect(pdf.numPages).toBeGreaterThan(1)
  const page = await pdf.getPage(1)
  expect(await page.getAnnotations()).toMatchObject([{ fieldType: 'Sig', fieldName: 'seal' }])
  const text = await page.getTextContent()
  expect(text.items.map((item) => ('str' in item ? item.str : '')).join('')).toContain(
    'Nguyễn Thị Hồng Nhung',
  )
})

test('one changed byte anywhere, before or after the signature, is found', async () => {
  const sealed = sealPaper(await writePaper(PAPER), await ownSeal(), WORDS)

  for (const at of [20, 5_000, sealed.length - 10]) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(isGenuine(changed)).toBe(false)
  }
})

test('a key that was set signs with its certificate, and one that is not of the certificate is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'))
  const [keyFile, certificateFile, otherFile] = ['key.pem', 'certificate.pem', 'other.pem'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  const { privateKey, certificate } = await makeSeal('Ủy ban nhân dân', AT)
  writeFileSync(keyFile, pem(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })))
  writeFileSync(certificateFile, new X509Certificate(certificate).toString())
  writeFileSync(otherFile, pem(generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey))

  const sealed = sealPaper(await writePaper(PAPER), readSeal(keyFile, certificateFile), WORDS)

  expect(isGenuine(sealed)).toBe(true)
  expect(() => readSeal(otherFile, certificateFile)).toThrow('not that of its key')
  rmSync(folder, { recursive: true })
})

function pem(key: KeyObject): string | Buffer {
  return key.export({ format: 'pem', type: 'pkcs8' })
}

async function ownSeal(): Promise<Seal> {
  const { privateKey, certificate } = await makeSeal('dichvucong.example', AT)
  return {
    key: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    certificates: [certificate],
  }
}

/** As a reader of PDF does it: what `/ByteRange` covers has the digest that was signed, by the key of the certificate inside. */
function isGenuine(pdf: Buffer): boolean {
  const [, ...numbers] = /\/ByteRange \[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\]/.exec(pdf.toString('latin1')) ?? []
  const [start = 0, first = 0, second = 0, rest = 0] = numbers.map(Number)
  if (start !== 0 || second + rest !== pdf.length) return false
  const content = Buffer.concat([pdf.subarray(0, first), pdf.subarray(second)])
  const contents = Buffer.from(pdf.toString('latin1', first + 1, second - 1), 'hex')
  const { content: inner } = AsnConvert.parse(contents.subarray(0, 4 + contents.readUInt16BE(2)), ContentInfo)
  const { certificates, signerInfos } = AsnConvert.parse(inner, SignedData)
  const [signer] = signerInfos
  const own = certificates?.[0]?.certificate
  if (!signer?.signedAttrs || !own) return false
  const told = signer.signedAttrs.find(({ attrType }) => attrType === '1.2.840.113549.1.9.4')?.attrValues[0]
  const digest = told && Buffer.from(AsnConvert.parse(told, OctetString).buffer)
  const attributes = Buffer.concat(signer.signedAttrs.map((one) => Buffer.from(AsnConvert.serialize(one))))
  const signed = Buffer.concat([Buffer.from([0x31, 0x81, attributes.length]), attributes])
  const { publicKey } = new X509Certificate(Buffer.from(AsnConvert.serialize(own)))
  return (
    digest?.equals(createHash('sha256').update(content).digest()) === true &&
    verify('sha256', signed, publicKey, Buffer.from(signer.signature.buffer))
  )
}
