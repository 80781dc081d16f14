import 'reflect-metadata'
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { requireSamePair, type Seal } from './cades.ts'

const YEARS = 10

/**
 * A key of its own with a certificate that nobody else vouches for: it shows that a paper was not changed and which installation made
 * it. Whoever needs to be known to readers elsewhere sets a certificate of a certification authority (`SEAL_KEY`).
 */
export async function makeSeal(
  name: string,
  now: Date,
): Promise<{ readonly privateKey: Buffer; readonly certificate: Buffer }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + YEARS)
  const certificate = await X509CertificateGenerator.createSelfSigned({
    // A serial number is positive and at most 20 octets (RFC 5280, section 4.1.2.2).
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: [{ CN: [name] }],
    notBefore: now,
    notAfter: until,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
    ],
  })
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { privateKey, certificate: Buffer.from(certificate.rawData) }
}

/** @throws Error when the files are not a PKCS #8 key and its certificates, both in PEM */
export function readSeal(keyFile: string, certificateFile: string): Seal {
  const text = readFileSync(certificateFile, 'utf8')
  const pems = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  const seal: Seal = {
    key: createPrivateKey(readFileSync(keyFile)),
    certificates: pems.map((pem) => new X509Certificate(pem).raw),
  }
  requireSamePair(seal)
  return seal
}
