import { createHash, randomBytes } from 'node:crypto'

/** A fresh secret for a cookie or a link: 256 random bits in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret. Random bits need no salt and no slow hash. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()
