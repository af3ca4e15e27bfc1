import { describe, expect, it } from 'vitest'
import { fairShare } from './fair-share.ts'

/** Works that end when the test says so. */
const worksOf = ({ inTurn }: ReturnType<typeof fairShare>) => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const start = (name: string, whose: string, lane?: string) =>
    inTurn(
      whose,
      () => {
        begun.push(name)
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
      },
      lane,
    )
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise(setImmediate)
  }
  return { begun, start, end }
}

describe('[SYN33] a fair share', () => {
  it('[SYN33] lets each do a few things at a time, in order, whatever others do', async () => {
    const { begun, start, end } = worksOf(fairShare({ atOnce: 2, most: 10 }))
    const all = ['a1', 'a2', 'a3', 'a4'].map((name) => start(name, 'A'))
    void start('b1', 'B')
    expect(begun).toEqual(['a1', 'a2', 'b1'])
    await end('a2')
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
    await end('a1')
    for (const name of ['a3', 'a4']) await end(name)
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4'])
  })

  it('[SYN33] takes what goes on one way together for one, and keeps its order', async () => {
    const { begun, start, end } = worksOf(fairShare({ atOnce: 1, most: 10 }))
    for (const name of ['one', 'two']) void start(name, 'A', 'space')
    void start('query', 'A')
    for (const name of ['x1', 'x2']) void start(name, 'A', 'other')
    expect(begun).toEqual(['one', 'two'])
    await end('one')
    expect(begun).toEqual(['one', 'two'])
    await end('two')
    expect(begun).toEqual(['one', 'two', 'query'])
    await end('query')
    expect(begun).toEqual(['one', 'two', 'query', 'x1', 'x2'])
  })

  it('[SYN33] refuses what is too much, and goes on after what fails', async () => {
    const share = fairShare({ atOnce: 1, most: 2 })
    const { begun, start, end } = worksOf(share)
    const failing = share.inTurn('A', () => Promise.reject(new Error('failed')))
    const kept = [start('one', 'A'), start('two', 'A')]
    await expect(start('three', 'A')).rejects.toMatchObject({ code: 'tooMany', details: { seconds: 1 } })
    await expect(failing).rejects.toThrow('failed')
    await new Promise(setImmediate)
    expect(begun).toEqual(['one'])
    await end('one')
    await end('two')
    expect(await Promise.all(kept)).toEqual(['one', 'two'])
  })
})
