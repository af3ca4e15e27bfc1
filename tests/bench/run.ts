import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Figure, lineOf, medians } from './figures.ts'
import { order, type Row } from './row.ts'
import { p01 } from './rows/p01-post.ts'
import { p02 } from './rows/p02-throughput.ts'
import { p03 } from './rows/p03-delivery.ts'
import { p04 } from './rows/p04-open-board.ts'
import { p05 } from './rows/p05-move.ts'
import { p08 } from './rows/p08-keystroke.ts'
import { p10 } from './rows/p10-cpu.ts'
import { p16 } from './rows/p16-first-load.ts'
import { p17 } from './rows/p17-start.ts'
import { setStage, type Stage } from './stage.ts'

const rows: readonly Row[] = [p01, p02, p03, p04, p05, p08, p10, p16, p17]
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run bench [-- --only P1,P2 --rounds 1]`: every row beside its floor, medians of the rounds. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string', default: '3' } } })
  const asked = values.only?.split(',')
  const wanted = rows.filter(({ id }) => asked === undefined || asked.includes(id))
  const rounds = Number(values.rounds)
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}, ${rounds} rounds`,
  )
  const stage = await setStage()
  // Whoever interrupts leaves no server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stage.close().finally(() => process.exit(1)))
  try {
    const measured = await allRounds(
      stage,
      wanted.filter((row) => !row.once),
      rounds,
    )
    for (const row of wanted.filter(({ once }) => once)) measured.set(row, [await row.measure(stage)])
    say(`  ${''.padEnd(44)} ${'hub'.padEnd(22)} ${'floor'.padEnd(22)} (p50 / p95 / p99)`)
    for (const row of wanted) {
      say(`${row.id} ${row.title} (target: ${row.target})`)
      for (const figure of medians(measured.get(row) ?? [])) say(lineOf(figure))
    }
  } finally {
    await stage.close()
  }
}

async function allRounds(stage: Stage, some: readonly Row[], rounds: number): Promise<Map<Row, (readonly Figure[])[]>> {
  const measured = new Map<Row, (readonly Figure[])[]>()
  // The first requests of a server compile it: they count for nobody.
  await some[0]?.measure(stage)
  for (let round = 0; round < rounds; round += 1) {
    order.hubFirst = round % 2 === 0
    for (const row of some) {
      process.stderr.write(`round ${round + 1} of ${rounds}: ${row.id}\n`)
      measured.set(row, [...(measured.get(row) ?? []), await row.measure(stage)])
    }
  }
  return measured
}

await main()
