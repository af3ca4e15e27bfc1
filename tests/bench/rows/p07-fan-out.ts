import { randomUUID } from 'node:crypto'
import { compared, type Figure } from '../figures.ts'
import { type Floor, startFloor } from '../floor/start.ts'
import { clientOf } from '../http.ts'
import { bareLine, hubLine, type Line, openLines } from '../lines.ts'
import { inOrder, type Row } from '../row.ts'
import { body } from '../fill.ts'
import { postMessage } from '../writes.ts'

const [sizes, count] = [[100, 1_000], 40]

/** One event to everybody in the room: until the last one has it. The floor commits an insert too, and is bare `ws`. */
export const p07: Row = {
  id: 'P7',
  title: 'fan-out of one event, last of 100 / 1,000 sockets',
  target: '≤ 1.5 × ws',
  goals: sizes.map((size) => ({ label: `send → last of ${size} sockets`, of: 'ratio', atMost: 1.5 })),
  async measure(stage) {
    const floor = await startFloor(stage, 'sockets')
    const figures: Figure[] = []
    for (const size of sizes) {
      const [hub, bare] = await inOrder(
        () =>
          fanOut(
            size,
            (index) => hubLine(stage, index),
            (id) => postMessage(stage, id),
          ),
        () => fanOutOf(floor, size),
      )
      figures.push(
        compared(`send → last of ${size} sockets`, 'ms', hub.last, bare.last),
        compared(`of which from the first to the last of ${size}`, 'ms', hub.spread, bare.spread),
      )
    }
    floor.stop()
    return figures
  },
}

async function fanOutOf({ urls }: Floor, size: number): Promise<FanOut> {
  const client = clientOf(urls)
  const all = await fanOut(
    size,
    (index) => bareLine(urls[index % urls.length] ?? ''),
    (id) => client.post('/', { id, body }),
  )
  client.close()
  return all
}

type FanOut = { readonly last: number[]; readonly spread: number[] }

async function fanOut(
  size: number,
  open: (index: number) => Promise<Line>,
  send: (id: string) => Promise<unknown>,
): Promise<FanOut> {
  const lines = await openLines(size, open)
  const [last, spread]: [number[], number[]] = [[], []]
  for (let index = 0; index < count; index += 1) {
    const id = randomUUID()
    const started = performance.now()
    const [arrivals] = await Promise.all([allHear(lines, id), send(id)])
    last.push(arrivals.last - started)
    spread.push(arrivals.last - arrivals.first)
  }
  for (const line of lines) line.close()
  return { last, spread }
}

function allHear(lines: readonly Line[], id: string): Promise<{ first: number; last: number }> {
  return new Promise((resolve) => {
    let left = lines.length
    let first = 0
    const hear = (text: string): void => {
      if (!text.includes(id)) return
      if (left === lines.length) first = performance.now()
      left -= 1
      if (left === 0) resolve({ first, last: performance.now() })
    }
    for (const line of lines) line.hear = hear
  })
}
