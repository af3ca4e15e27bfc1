import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildWebIfStale } from '../../infra/start/build-web.ts'
import type { Figure } from './figures.ts'
import { type Measured, tableOf, verdictsOn } from './report.ts'
import { order, type Row } from './row.ts'
import { p01 } from './rows/p01-post.ts'
import { p02 } from './rows/p02-throughput.ts'
import { p03 } from './rows/p03-delivery.ts'
import { p04 } from './rows/p04-open-board.ts'
import { p05 } from './rows/p05-move.ts'
import { p07 } from './rows/p07-fan-out.ts'
import { p08 } from './rows/p08-keystroke.ts'
import { p10 } from './rows/p10-cpu.ts'
import { p11 } from './rows/p11-catch-up.ts'
import { p12 } from './rows/p12-reconnect.ts'
import { p13 } from './rows/p13-dashboard.ts'
import { p16 } from './rows/p16-first-load.ts'
import { p17 } from './rows/p17-start.ts'
import { p18 } from './rows/p18-idle-memory.ts'
import { setStage, type Setting, type Stage } from './stage.ts'

// Those that end the server come last, first of them the one that looks at a server which has borne the load.
const rows: readonly Row[] = [p01, p02, p03, p04, p05, p07, p08, p10, p11, p13, p16, p17, p12, p18]
const onNodes: readonly Row[] = [p01, p02, p03, p04, p05, p07, p10, p11, p12, p18]
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const options = {
  only: { type: 'string' },
  rounds: { type: 'string', default: '3' },
  nodes: { type: 'string', default: '1' },
  scale: { type: 'string', default: '1' },
} as const

/** `npm run bench [-- --only P1,P2 --rounds 1 --nodes 2 --scale 10]`: every row beside its floor, medians of the rounds. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  const asked = values.only?.split(',')
  const [rounds, nodes, scale] = [Number(values.rounds), Number(values.nodes), Number(values.scale)]
  if (!(nodes === 1 || nodes === 2) || !(scale >= 1) || !(rounds >= 1))
    throw new Error('One or two nodes, a scale and rounds from 1 on.')
  const wanted = (nodes > 1 ? onNodes : rows).filter(({ id }) => asked === undefined || asked.includes(id))
  if (wanted.length === 0) throw new Error('There is no such row.')
  say(`npm run bench -- ${process.argv.slice(2).join(' ')}`)
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}, ${rounds} rounds, ${nodes === 1 ? '1 node' : '2 nodes'}`,
  )
  say('No seed: nothing is drawn by chance but ids and the moments in which pages come back (P12).')
  await buildWebIfStale()
  const measured = await onStage({ nodes, scale: 1 }, wanted, rounds)
  say(tableOf(measured))
  if (scale > 1) {
    say(`\nWith ${scale} times the data:`)
    say(tableOf(await onStage({ nodes, scale }, wanted, rounds), { measured, factor: scale }))
  }
  say(`\n${verdictsOn(measured)}`)
}

/** Measures the rows on a stage of their own. */
async function onStage(setting: Setting, wanted: readonly Row[], rounds: number): Promise<Measured> {
  const stage = await setStage(setting)
  // Whoever interrupts leaves no server behind.
  const leave = (): void => void stage.close().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)
  try {
    const inRounds = wanted.filter((row) => !row.once)
    const measured = await allRounds(stage, inRounds, rounds)
    for (const row of wanted) {
      if (!row.once) continue
      process.stderr.write(`once: ${row.id}\n`)
      measured.set(row, [await row.measure(stage)])
    }
    return measured
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, leave)
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
