import { randomBytes, scrypt as scryptCallback, type ScryptOptions, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptCallback)
const length = 32

/** 32 MB and about 0.2 s a try (OWASP's figures for scrypt); stored with each hash, so that they can be raised. */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const derive = (password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> =>
  // One letter typed in two ways is one letter.
  scrypt(password.normalize('NFKC'), salt, length, { N, r, p, maxmem: 256 * N * r })

/** The stored form of a password: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(length).toString('base64url')}`

/** Whether the password is the one that was stored. Without a stored one it takes as long and says no. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, N, r, p, salt = '', hash = ''] = (stored ?? nobody).split('$')
  if (kind !== 'scrypt') return false
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  const expected = Buffer.from(hash, 'base64url')
  return stored !== undefined && expected.length === length && timingSafeEqual(derived, expected)
}
