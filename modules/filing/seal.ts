import { createPrivateKey } from 'node:crypto'
import type { Db } from '#platform/db'
import type { Seal } from '#platform/seal/cades'
import { makeSeal, readSeal } from '#platform/seal/certificate'
import type { Vault } from '#platform/secret'
import { insertSeal, sealRow } from './queries/seal.ts'

const ABOUT = 'seal'

/** What receipts are signed with: files that were set, or a key that this installation made for itself. */
export type SealSource = {
  readonly sealKey?: string | undefined
  readonly sealCertificate?: string | undefined
}

/** Where a key of the installation's own is kept, and in whose name it signs. */
type Maker = {
  readonly db: Db
  readonly vault: Vault
  readonly name: string
  readonly clock: () => Date
}

/**
 * Con dấu số of the portal, opened when the first receipt is signed and then kept. Files that were set are read at once: what is wrong
 * with them stops the start, not the first receipt. @throws Error when one of the two is missing or they do not belong together
 */
export function openSeal({ sealKey, sealCertificate }: SealSource, maker: Maker): () => Promise<Seal> {
  if ((sealKey === undefined) !== (sealCertificate === undefined))
    throw new Error('SEAL_KEY and SEAL_CERTIFICATE are set together or not at all')
  if (sealKey && sealCertificate) {
    const seal = readSeal(sealKey, sealCertificate)
    return async () => seal
  }
  let opening: Promise<Seal> | undefined
  return () => {
    opening ??= ownSeal(maker).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
}

async function ownSeal({ db, vault, name, clock }: Maker): Promise<Seal> {
  const known = await sealRow(db)
  if (!known) {
    const { privateKey, certificate } = await makeSeal(name, clock())
    await insertSeal(db, { certificate, sealedKey: vault.seal(privateKey, ABOUT) }, clock())
  }
  const row = known ?? (await sealRow(db))
  const key = row && vault.open(row.sealedKey, ABOUT)
  if (!row || !key) throw new Error('The key of the seal was sealed by an installation with another secret')
  return {
    key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    certificates: [row.certificate],
  }
}
