import { describe, expect, it } from 'vitest'
import { startRounds } from './rounds.ts'

const never = 60_000_000

/** Rounds that end when they are told to, and how many there have been. */
function steered() {
  const ends: (() => void)[] = []
  const failures: unknown[] = []
  const seen = { begun: 0, atOnce: 0, most: 0 }
  const rounds = startRounds({
    every: never,
    onError: (error) => failures.push(error),
    async round(stopped) {
      seen.begun += 1
      seen.atOnce += 1
      seen.most = Math.max(seen.most, seen.atOnce)
      await new Promise<void>((resolve) => ends.push(resolve))
      seen.atOnce -= 1
      if (seen.begun === 2 && !stopped()) throw new Error('The second fails.')
    },
  })
  return { rounds, seen, failures, end: () => ends.shift()?.() }
}

describe('rounds', () => {
  it('begin by themselves, one at a time, and once more for what came up meanwhile', async () => {
    const { rounds, seen, failures, end } = steered()
    expect(seen.begun).toBe(1)
    const asked = [rounds.look(), rounds.look(), rounds.look()]
    end()
    await expect.poll(() => seen.begun).toBe(2)
    end()
    await Promise.all(asked)
    expect(seen).toEqual({ begun: 2, atOnce: 0, most: 1 })
    // A failure is told, and the next round goes all the same.
    expect(failures.map(String)).toEqual(['Error: The second fails.'])
    const next = rounds.look()
    end()
    await next
    expect(seen.begun).toBe(3)
  })

  it('wait at their end for the one that runs, tell it so, and begin none any more', async () => {
    const { rounds, seen, failures, end } = steered()
    void rounds.look()
    let hasEnded = false
    const ending = rounds.stop().then(() => (hasEnded = true))
    await Promise.resolve()
    expect(hasEnded).toBe(false)
    end()
    await ending
    expect(seen).toEqual({ begun: 1, atOnce: 0, most: 1 })
    expect(failures).toEqual([])
  })

  it('do what was asked for during a round that fails', async () => {
    const { rounds, seen, failures, end } = steered()
    const second = rounds.look()
    end()
    await expect.poll(() => seen.begun).toBe(2)
    const third = rounds.look()
    end()
    await expect.poll(() => seen.begun).toBe(3)
    end()
    await Promise.all([second, third])
    expect(failures).toHaveLength(1)
  })

  it('look once more for whoever asks when the last one is just ending', async () => {
    for (let moments = 0; moments < 10; moments += 1) {
      let begun = 0
      const rounds = startRounds({
        every: never,
        onError: () => expect.unreachable(),
        round: async () => void (begun += 1),
      })
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve()
      await rounds.look()
      expect(begun, `after ${moments} moments`).toBe(2)
    }
  })

  it('begin none for whoever asks after their end', async () => {
    const { rounds, seen, end } = steered()
    end()
    await rounds.stop()
    const asked = rounds.look()
    expect(seen.begun).toBe(1)
    await asked
  })

  it('go on after one that failed at once', async () => {
    let begun = 0
    const failures: unknown[] = []
    const rounds = startRounds({
      every: never,
      onError: (error) => failures.push(error),
      round() {
        begun += 1
        if (begun === 1) throw new Error('At once.')
        return Promise.resolve()
      },
    })
    await rounds.look()
    await rounds.look()
    expect(begun).toBe(3)
    expect(failures.map(String)).toEqual(['Error: At once.'])
    await rounds.stop()
  })
})
