import { describe, expect, it } from 'vitest'
import type { Written } from '../../features/documents/document-log.ts'
import { NotAllowed, updateQueue } from './update-queue.ts'

const megabyte = 1024 * 1024
const update = (bytes = 1): Written => ({ personId: 'ana', update: new Uint8Array(bytes) })

/** A queue over a database that commits when the test says so. */
function slowQueue() {
  const batches: { readonly documentId: string; readonly batch: readonly Written[] }[] = []
  const commits: (() => void)[] = []
  let stored = 0
  const queue = updateQueue((documentId, batch) => {
    batches.push({ documentId, batch })
    const { promise, resolve } = Promise.withResolvers<void>()
    commits.push(resolve)
    return promise.then(() => batch.map(() => (stored += 1)))
  })
  const commitAll = async (): Promise<void> => {
    let isIdle = false
    const idle = queue.idle().then(() => (isIdle = true))
    while (!isIdle) {
      for (const commit of commits.splice(0)) commit()
      await new Promise(setImmediate)
    }
    await idle
  }
  return { queue, batches, commitAll }
}

describe('the queue of a document’s updates', () => {
  it('takes 5,000 that wait, says no to the next one, and stores all that it took, in order', async () => {
    const { queue, batches, commitAll } = slowQueue()
    // The first is being stored already, and doesn't wait.
    const taken = Array.from({ length: 5_001 }, () => queue.append('full', update()))
    await expect(queue.append('full', update())).rejects.toThrow('Too many updates')
    const elsewhere = queue.append('another', update())
    expect(queue.isBusy('full')).toBe(true)
    await commitAll()
    await elsewhere
    const numbers = await Promise.all(taken)
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    expect(new Set(numbers).size).toBe(5_001)
    const sizes = batches.filter(({ documentId }) => documentId === 'full').map(({ batch }) => batch.length)
    expect(sizes).toEqual([1, ...Array.from({ length: 25 }, () => 200)])
    expect(queue.isBusy('full')).toBe(false)
    const again = queue.append('full', update())
    await commitAll()
    await again
  })

  it('commits at most 4 MiB at once, and a larger one alone', async () => {
    const { queue, batches, commitAll } = slowQueue()
    const sizes = [1, 2 * megabyte, 2 * megabyte, 1, 5 * megabyte, 1]
    const taken = sizes.map((bytes) => queue.append('one', update(bytes)))
    await commitAll()
    await Promise.all(taken)
    expect(batches.map(({ batch }) => batch.map(({ update: { byteLength } }) => byteLength))).toEqual([
      [1],
      [2 * megabyte, 2 * megabyte],
      [1],
      [5 * megabyte],
      [1],
    ])
  })

  it('tells those whose batch failed or who may not write, and goes on behind them', async () => {
    const answers = [() => Promise.reject(new Error('The disk is full.')), () => Promise.resolve([undefined, 7])]
    const queue = updateQueue(async () => answers.shift()!())
    const [failed, refused, stored] = [update(), update(), update()].map((each) => queue.append('one', each))
    await expect(failed).rejects.toThrow('full')
    await expect(refused).rejects.toBeInstanceOf(NotAllowed)
    expect(await stored).toBe(7)
  })
})
