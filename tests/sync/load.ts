import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '@kolo/sync'
import { expect } from 'vitest'
import { insist, type SignedInPerson } from '../people/person.ts'
import { connectClient, type ConnectedClient, type Heard, httpCalls } from './faults/connected-client.ts'
import { expectKept } from './kept.ts'
import { type Ledger, ledger } from './ledger.ts'
import { type Desk, deskOf, nthWrite, upload, type Write } from './mixed-writes.ts'
import type { Rig } from './rig.ts'

const [byConnection, byHttp] = [2, 2]
/** So many commands wait in a page at once: they travel together. */
const atOnce = 6

/** People who write without a pause, each command until it is answered: half as pages do, half by HTTP. */
export type Load = {
  /** How many writes have been acknowledged. */
  acknowledged(): number
  /** The codes of failed calls, `none` where there was no answer at all. */
  readonly failures: ReadonlySet<string>
  /** The longest that a call took, in milliseconds. */
  longest(): number
  /** Stops writing, and waits until all that waits in pages has been answered. */
  end(): Promise<void>
  /** Expects all that was acknowledged to be there, exactly once, and each page to show what the server has. */
  expectKept(): Promise<void>
}

/** Puts messages, tasks, documents, files and names into the hub, side by side, in the name of these people. */
export async function putUnderLoad(rig: Rig): Promise<Load> {
  const { people, spaceId } = rig
  const told = ledger()
  const threadId = await startThread(rig, told)
  const desks = await Promise.all(people.map((person) => deskOf(person, spaceId, threadId)))
  const pages = await Promise.all(
    Array.from({ length: byConnection }, (_, index) =>
      connectClient(people[index % people.length]!, undefined, 'quickly', told.hear),
    ),
  )
  for (const { client } of pages) client.open(spaceId)
  let over = false
  const isOver = (): boolean => over
  const writing = Array.from({ length: byConnection + byHttp }, (_, index) => {
    const [person, desk, page] = [people[index % people.length]!, desks[index % people.length]!, pages[index]]
    const send = page ? sendingFrom(page) : insisting(person, told.hear, isOver)
    return writeOn({ person, desk, send, told, isOver, from: index, width: page ? atOnce : 1 })
  })
  return {
    acknowledged: () => told.acknowledged().length,
    failures: told.failures,
    longest: told.longest,
    async end() {
      over = true
      await Promise.all(writing)
    },
    async expectKept() {
      const spaces = [...new Set(told.acknowledged().flatMap(({ at }) => at.map((place) => place.spaceId)))]
      await expectKept(rig, spaces, told.acknowledged())
      expect(told.mostTogether(), 'commands travelled together').toBeGreaterThan(1)
      await expectSeen(people[0], spaceId, pages)
      for (const { close } of pages) close()
    },
  }
}

async function startThread({ people, spaceId }: Rig, { hear }: Ledger): Promise<string> {
  const threadId = randomUUID()
  const input = { spaceId, threadId, title: 'Under load', subject: { kind: 'space' } }
  await httpCalls(people[0], hear)({ commandId: randomUUID(), path: 'threads.start', input })
  return threadId
}

type Send = (write: Write) => Promise<Answer>

const sendingFrom =
  ({ client }: ConnectedClient): Send =>
  ({ spaceId, name, path, input }) =>
    client.send({ spaceId, name, path, input })

function insisting(person: SignedInPerson, hear: Heard, isOver: () => boolean): Send {
  const call = httpCalls(person, hear)
  return async ({ path, input }) => {
    const commandId = randomUUID()
    for (;;) {
      const answer = await call({ commandId, path, input })
      if (answer.status !== 'unknown' || isOver()) return answer
      await pause(20)
    }
  }
}

/** One person at one desk: so many writes at once, then the next. */
async function writeOn(at: {
  readonly person: SignedInPerson
  readonly desk: Desk
  readonly send: Send
  readonly told: Ledger
  readonly isOver: () => boolean
  readonly from: number
  readonly width: number
}): Promise<void> {
  const { person, desk, send, told, isOver, width } = at
  const bring = (write: Write): Promise<true | undefined> =>
    insist(async () => {
      await upload(person, write).catch((error: Error) => {
        told.failures.add(error.message)
        throw error
      })
      return true as const
    }, isOver)
  const one = async (nth: number): Promise<void> => {
    const write = nthWrite(desk, nth)
    if (write.content && !(await bring(write))) return
    const answer = await send(write)
    if (answer.status === 'refused') throw new Error(`${write.name} was refused: ${JSON.stringify(answer)}`)
  }
  for (let nth = at.from; !isOver(); nth += width)
    await Promise.all(Array.from({ length: width }, (_, index) => one(nth + index)))
}

async function expectSeen({ api }: SignedInPerson, spaceId: string, pages: readonly ConnectedClient[]): Promise<void> {
  const { seq, parts } = await api.spaces.snapshot.query({ spaceId })
  for (const { client } of pages) {
    const { replica } = client.open(spaceId)
    await expect.poll(() => replica.confirmed()?.seq, { timeout: 30_000 }).toBe(seq)
    expect(replica.confirmed()?.parts).toEqual(parts)
  }
}
