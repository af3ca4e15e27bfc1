import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A volume of its own that can be filled to its last block. */
export type SmallVolume = {
  readonly folder: string
  /** Leaves no room. */
  fill(): void
  /** Makes room again. */
  clear(): void
  remove(): void
}

/** Mounts one of so many megabytes; gives the reason where this account may not. */
export function mountSmallVolume(megabytes: number): SmallVolume | { readonly refusal: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kolo-volume-'))
  const options = `size=${megabytes}m,mode=755`
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'kolo-test', folder])
  if (status !== 0) {
    rmdirSync(folder)
    return { refusal: error?.message ?? stderr.toString().trim() }
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      for (const bytes of [1024 * 1024, 4096]) fillBy(filler, Buffer.alloc(bytes))
    },
    clear: () => rmSync(filler, { force: true }),
    remove() {
      // Lazily: whatever still lies in there goes with it.
      spawnSync('umount', ['--lazy', folder])
      rmdirSync(folder)
    },
  }
}

function fillBy(file: string, piece: Buffer): void {
  for (;;) {
    try {
      appendFileSync(file, piece)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return
      throw error
    }
  }
}
