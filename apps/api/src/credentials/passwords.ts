import { randomBytes, scrypt as scryptCallback, type ScryptOptions, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptCallback)
const length = 32

/** What a try costs: memory 128 · N · r bytes, time by p. Stored with each hash, so that it can be raised. */
export type PasswordCost = { readonly N: number; readonly r: number; readonly p: number }

/** 32 MB and about 0.2 s a try: OWASP's figures for scrypt. */
const enough: PasswordCost = { N: 2 ** 15, r: 8, p: 3 }

/** Hashes passwords and compares them. */
export type Passwords = {
  /** The stored form of a password: `scrypt$N$r$p$salt$hash`. */
  hash(password: string): Promise<string>
  /** Whether the password is the one that was stored. Without a stored one it takes as long and says no. */
  fits(password: string, stored: string | undefined): Promise<boolean>
}

const derive = (password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer> =>
  // One letter typed in two ways is one letter.
  scrypt(password.normalize('NFKC'), salt, length, { N, r, p, maxmem: 256 * N * r })

/** Makes them at a cost; only tests pay less. */
export function createPasswords(cost: PasswordCost = enough): Passwords {
  const written = (salt: Buffer, hash: Buffer): string =>
    ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
  const nobody = written(Buffer.alloc(16), Buffer.alloc(length))
  return {
    async hash(password) {
      const salt = randomBytes(16)
      return written(salt, await derive(password, salt, cost))
    },
    async fits(password, stored) {
      const [kind, N, r, p, salt = '', hash = ''] = (stored ?? nobody).split('$')
      if (kind !== 'scrypt') return false
      const derived = await derive(password, Buffer.from(salt, 'base64url'), {
        N: Number(N),
        r: Number(r),
        p: Number(p),
      })
      const expected = Buffer.from(hash, 'base64url')
      return stored !== undefined && expected.length === length && timingSafeEqual(derived, expected)
    },
  }
}

/** The stored form of a password at the full cost, for whoever makes many accounts with one. */
export const hashPassword = (password: string): Promise<string> => createPasswords().hash(password)
