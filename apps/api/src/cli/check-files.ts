import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Reads } from '../kernel/transaction.ts'
import { fileKey } from '../transports/files/files.ts'

/** What a check looked at, in a line, and what it found wrong. */
export type Finding = { readonly looked: string; readonly problems: readonly string[] }

/** Whether every file that people can open lies in `folder`, as long as it was; with `everyByte` also that it is the same. */
export async function checkFiles(
  reads: Reads,
  folder: string,
  { everyByte }: { readonly everyByte: boolean },
): Promise<Finding> {
  const files = await reads
    .selectFrom('file')
    .innerJoin('upload', 'upload.id', 'file.id')
    .select(['file.id', 'file.name', 'upload.size', 'upload.sha256'])
    .where('file.removed_at', 'is', null)
    .execute()
  const problems: string[] = []
  for (const { id, name, size, sha256 } of files) {
    const path = join(folder, fileKey(id))
    const found = await stat(path).catch(() => undefined)
    if (!found) problems.push(`file ${id} (${name}): it is missing at ${path}`)
    else if (found.size !== size) problems.push(`file ${id} (${name}): ${found.size} bytes instead of ${size}`)
    else if (everyByte && (await hashOf(path)) !== sha256) problems.push(`file ${id} (${name}): its bytes have changed`)
  }
  const how = everyByte ? 'every byte' : 'there, and as long as they were'
  return { looked: `Files: ${files.length}: ${how}`, problems }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
