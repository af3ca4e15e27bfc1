import { afterEach, describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import { memoryDisk } from './disk.ts'
import { createOutbox } from './outbox.ts'
import { commandIn, committed, quiet } from './outbox.fixture.ts'
import type { OutboxItem } from './outbox-item.ts'
import { protocolVersion } from './version.ts'
import { browserTabs, type Tabs } from './tabs.ts'
import { uuidv7 } from './uuidv7.ts'

const written = (): OutboxItem => ({ ...commandIn('a'), state: 'saving', version: protocolVersion })
const noAnswer = (): Promise<Answer[]> => new Promise(() => undefined)

describe('what a tab that died has left on the disk', () => {
  const open: Tabs[] = []
  afterEach(() => {
    for (const tabs of open.splice(0)) tabs.close()
  })

  /** A browser whose tabs share a disk. */
  const browser = () => {
    const name = uuidv7()
    const store = memoryDisk().outbox
    const tabsOf = (build = ''): Tabs => {
      const tabs = browserTabs(name, build)
      open.push(tabs)
      return tabs
    }
    const tab = (build?: string, answers = async (items: readonly OutboxItem[]) => items.map(() => committed)) => {
      const tabs = tabsOf(build)
      const sent: string[] = []
      const outbox = createOutbox({
        store,
        tabs,
        later: () => undefined,
        call(items) {
          sent.push(...items.map(({ commandId }) => commandId))
          return answers(items)
        },
      })
      return { tabs, outbox, sent }
    }
    const isThere = async ({ id }: Tabs): Promise<boolean> =>
      (await navigator.locks.query()).held?.some((lock) => lock.name?.includes(id)) ?? false
    return { store, tab, tabsOf, isThere }
  }

  it('[SYN28] goes out by the tab of another build that leads there', async () => {
    const { store, tab } = browser()
    const living = tab('new')
    await expect.poll(living.tabs.leads).toBe(true)
    const dying = tab('old', noAnswer)
    const command = commandIn('a')
    void dying.outbox.send(command)
    await expect.poll(() => dying.sent.length).toBe(1)
    dying.outbox.close()
    dying.tabs.close()
    await expect.poll(() => living.sent).toEqual([command.commandId])
    await expect.poll(() => store.load()).toEqual([])
    expect(living.outbox.items()).toEqual([])
  })

  it('[SYN28] before it could tell goes out by the tab that leads', async () => {
    const { store, tab, tabsOf, isThere } = browser()
    const leader = tab()
    await expect.poll(leader.tabs.leads).toBe(true)
    const dying = tabsOf()
    await expect.poll(() => isThere(dying)).toBe(true)
    const item = written()
    await store.put(item)
    await quiet()
    expect(leader.sent).toEqual([])
    dying.close()
    await expect.poll(() => leader.sent).toEqual([item.commandId])
  })

  it('[SYN28] [SYN3] goes out as soon as the line is back', async () => {
    const { store, tab } = browser()
    const leader = tab()
    await expect.poll(leader.tabs.leads).toBe(true)
    await leader.outbox.send(commandIn('a'))
    const item = written()
    await store.put(item)
    leader.outbox.wake()
    await expect.poll(() => leader.sent.at(-1)).toBe(item.commandId)
  })

  it('[SYN28] [SYN19] goes out at its place among what was known', async () => {
    const { store, tab } = browser()
    const dying = tab('', noAnswer)
    await expect.poll(dying.tabs.leads).toBe(true)
    const next = tab('')
    await quiet()
    const [first, last] = [commandIn('a'), commandIn('a')]
    void dying.outbox.send(first)
    await expect.poll(() => next.outbox.items().length).toBe(1)
    const between = written()
    await store.put(between)
    void dying.outbox.send(last)
    await expect.poll(() => next.outbox.items().length).toBe(2)
    dying.outbox.close()
    dying.tabs.close()
    await expect.poll(() => next.sent).toEqual([first.commandId, between.commandId, last.commandId])
  })

  it('[SYN19] isn’t found again where it was answered while the disk was read', async () => {
    const memory = memoryDisk().outbox
    let readings = 0
    let read = (): void => undefined
    const store = {
      ...memory,
      async load() {
        const held = await memory.load()
        readings += 1
        if (readings > 2) await new Promise<void>((resolve) => (read = resolve))
        return held
      },
    }
    let answer = (): void => undefined
    const outbox = createOutbox({
      store,
      call: (items) => new Promise((resolve) => (answer = () => resolve(items.map(() => committed)))),
      later: () => undefined,
    })
    const answering = outbox.send(commandIn('a'))
    await quiet()
    outbox.wake()
    await expect.poll(() => readings).toBe(3)
    answer()
    await answering
    read()
    await quiet()
    expect(outbox.items()).toEqual([])
  })

  it('[SYN27] is told to nobody any more by a tab that has closed', async () => {
    const { store, tab } = browser()
    let answer = (): void => undefined
    const { outbox, tabs } = tab(
      '',
      (items) => new Promise((resolve) => (answer = () => resolve(items.map(() => committed)))),
    )
    const answering = outbox.send(commandIn('a'))
    await expect.poll(() => store.load()).toHaveLength(1)
    await expect.poll(tabs.leads).toBe(true)
    await quiet()
    outbox.close()
    tabs.close()
    expect(() => tabs.tell({ outbox: 'wake' })).not.toThrow()
    answer()
    expect(await answering).toEqual(committed)
  })
})
