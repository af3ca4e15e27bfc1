import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ticksPerSecond = 100
const kilobyte = 1024

const statOf = (pid: number): { parent: number; ticks: number; ofChildren: number } | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    return {
      parent: fields[1] ?? 0,
      ticks: (fields[11] ?? 0) + (fields[12] ?? 0),
      ofChildren: (fields[13] ?? 0) + (fields[14] ?? 0),
    }
  } catch {
    return undefined
  }
}

/** The database's processes: the one that its data folder names, and its children. */
export function databasePids(dataDir: string): number[] {
  const [file] = globSync('{,*/,*/*/}postmaster.pid', { cwd: dataDir })
  if (file === undefined) return []
  const postmaster = Number(readFileSync(join(dataDir, file), 'utf8').split('\n')[0])
  const all = globSync('/proc/[0-9]*').map((path) => Number(path.slice('/proc/'.length)))
  return [postmaster, ...all.filter((pid) => statOf(pid)?.parent === postmaster)]
}

/** CPU time that these processes have used, in milliseconds; that of ended children counts with their parent. */
export function cpuOf(pids: readonly number[]): number {
  const ticks = pids.reduce((sum, pid) => {
    const stat = statOf(pid)
    return sum + (stat ? stat.ticks + stat.ofChildren : 0)
  }, 0)
  return (ticks * 1000) / ticksPerSecond
}

/** Memory of these processes in megabytes; what they share is counted once. */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return kilobytes.reduce((sum, each) => sum + each, 0) / kilobyte
}
