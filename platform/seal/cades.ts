import { createHash, type KeyObject, sign, X509Certificate } from 'node:crypto'
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_data,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509'

/** Khóa và chứng thư số: who signs, their own certificate first, then those above it. */
export type Seal = { readonly key: KeyObject; readonly certificates: readonly Buffer[] }

const [OCTET_STRING, OBJECT_IDENTIFIER, SEQUENCE, SET] = [0x04, 0x06, 0x30, 0x31]
const DATA = der(OBJECT_IDENTIFIER, Buffer.from('2a864886f70d010701', 'hex'))
const SHA256 = '2.16.840.1.101.3.4.2.1'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SIGNATURE_ALGORITHMS = new Map([
  ['rsa', '1.2.840.113549.1.1.11'],
  ['ec', '1.2.840.10045.4.3.2'],
])

/**
 * A detached signature as PDF asks for it (ETSI EN 319 142-1, level B-B; CMS, RFC 5652): RSA (PKCS #1) or ECDSA with SHA-256.
 * @throws Error for a key of another kind, or no certificate
 */
export function signDetached(content: Buffer, { key, certificates }: Seal): Buffer {
  const [own] = certificates
  const algorithm = SIGNATURE_ALGORITHMS.get(key.asymmetricKeyType ?? '')
  if (!own) throw new Error('A seal without a certificate')
  if (!algorithm) throw new Error(`A seal cannot be made with a key of kind ${key.asymmetricKeyType}`)
  const signedAttrs = attributesOf(content, own)
  const { tbsCertificate } = AsnConvert.parse(own, Certificate)
  const signer = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer: tbsCertificate.issuer,
        serialNumber: tbsCertificate.serialNumber,
      }),
    }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256 }),
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm }),
    signature: new OctetString(sign('sha256', der(SET, Buffer.concat(signedAttrs.map(bytesOf))), key)),
  })
  const data = new SignedData({
    version: 1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([new AlgorithmIdentifier({ algorithm: SHA256 })]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_data }),
    certificates: new CertificateSet(
      certificates.map((one) => new CertificateChoices({ certificate: AsnConvert.parse(one, Certificate) })),
    ),
    signerInfos: new SignerInfos([signer]),
  })
  return bytesOf(new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(data) }))
}

/** @throws Error when the certificate is not that of the key */
export function requireSamePair({ key, certificates }: Seal): void {
  const [own] = certificates
  if (!own || !new X509Certificate(own).checkPrivateKey(key))
    throw new Error('The certificate of the seal is not that of its key')
}

/** In the order of their bytes, as DER wants a set (X.690, 11.6): it is their bytes that are signed. */
function attributesOf(content: Buffer, certificate: Buffer): Attribute[] {
  const digestOf = (bytes: Buffer) => der(OCTET_STRING, createHash('sha256').update(bytes).digest())
  const attributes = [
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, digestOf(content)),
    // SigningCertificateV2 with one ESSCertIDv2, whose digest is SHA-256 unless it says otherwise (RFC 5035, sections 3 and 4).
    attribute(SIGNING_CERTIFICATE_V2, der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, digestOf(certificate))))),
  ]
  return attributes.sort((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)))
}

function attribute(attrType: string, value: Buffer): Attribute {
  return new Attribute({ attrType, attrValues: [new Uint8Array(value).buffer] })
}

function bytesOf(one: object): Buffer {
  return Buffer.from(AsnConvert.serialize(one))
}

/** A value of less than 64 KB in DER (X.690, 8.1). */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
