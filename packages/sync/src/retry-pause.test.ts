import { expect, it } from 'vitest'
import { retryPause } from './retry-pause.ts'

it('[SYN20] ends all waits when there is reason to hope, and remembers none that is over', async () => {
  const timers: (() => void)[] = []
  const pause = retryPause(
    (work) => timers.push(work),
    () => 1,
  )
  const waits = [pause.wait(0), pause.wait(3)]
  timers[0]!()
  expect(pause.wake()).toBe(1)
  await Promise.all(waits)
  for (const end of timers) end()
  expect(pause.wake()).toBe(0)
})
