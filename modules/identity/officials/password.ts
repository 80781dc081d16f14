import { hash, parseOptions, verify } from '@node-rs/argon2'
import { Refusal } from '#kernel/refusal'

/**
 * Argon2id (RFC 9106): 64 MiB, three passes, one lane. About 0.1 s of one core and 64 MiB for each try, which is what a
 * stolen table would cost its thief for every guess. Raising them is enough: a hash is renewed at its owner's next sign-in.
 */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

/** Each hash holds 64 MiB and a thread that files and names are looked up on as well: two at a time, few in the queue. */
const AT_ONCE = 2
const MOST_WAITING = 40

let running = 0
const waiting: (() => void)[] = []

/** @throws Refusal `identity.sign_in_busy` when too many wait already */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Refusal('identity.sign_in_busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** @throws Refusal `identity.sign_in_busy` */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(typedAs(password), ARGON2))
}

/**
 * Whether the password is the one of this hash. Without a hash (nobody of that name, or no password) the same work is done
 * for nothing, so that the time tells nothing.
 * @throws Refusal `identity.sign_in_busy`
 */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await nobodysHash())
  const isRight = await inTurn(() => verify(against, typedAs(password)))
  return stored !== undefined && isRight
}

/** Made with parameters other than today's. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored)
  return (
    memoryCost !== ARGON2.memoryCost || timeCost !== ARGON2.timeCost || parallelism !== ARGON2.parallelism
  )
}

/** One person's keyboards compose accents in more than one way. */
function typedAs(password: string): string {
  return password.normalize('NFC')
}

let nobodys: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobodys ??= hash(crypto.randomUUID(), ARGON2)
  return nobodys
}
