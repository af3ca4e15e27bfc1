import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Pool } from 'pg'

/** Events as they travel between nodes over a line that others may read and write on: only nodes of this database can. */
export type Seal = {
  /** Undefined where they are too long to travel: then they are read from the log. */
  close(events: readonly Envelope[]): string | undefined
  /** What the node sealed; undefined where it was somebody else, or something else. */
  open(node: string, sealed: string): readonly Envelope[] | undefined
}

const algorithm = 'aes-256-gcm'
const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16]
/** More would fill the memory of whoever carries it; sealed, it is a third longer, and still fits into a frame. */
const mostBytes = 12_000
const mostNodes = 100

/**
 * Makes the seal of this node for one installation's line: each process has a key of its own, so that none seals too much
 * with one, and what was said before a restore is said under another.
 */
export function sealOf(secret: Buffer, line: string, node: string): Seal {
  const keys = new Map<string, Buffer>()
  const keyOf = (of: string): Buffer => {
    const known = keys.get(of)
    if (known) return known
    // Names that were made up push out no more than a calculation.
    if (keys.size >= mostNodes) keys.clear()
    const key = Buffer.from(hkdfSync('sha256', secret, of, line, keyBytes))
    keys.set(of, key)
    return key
  }
  return {
    close(events) {
      const bytes = Buffer.from(JSON.stringify(events))
      if (bytes.length > mostBytes) return undefined
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, keyOf(node), nonce)
      const said = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), said]).toString('base64')
    },
    open(of, sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const [nonce, rest] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes)]
      if (rest.length <= tagBytes) return undefined
      const decipher = createDecipheriv(algorithm, keyOf(of), nonce)
      decipher.setAuthTag(rest.subarray(0, tagBytes))
      try {
        return JSON.parse(decipher.update(rest.subarray(tagBytes), undefined, 'utf8') + decipher.final('utf8'))
      } catch {
        // Not sealed by that node: a hint without the events, like any other.
        return undefined
      }
    },
  }
}

/** The secret of the nodes on this database. */
export async function nodeKey(pool: Pool): Promise<Buffer> {
  const { rows } = await pool.query<{ node_key: Buffer }>('select node_key from installation')
  const [row] = rows
  if (!row) throw new Error('There is no installation.')
  return row.node_key
}
