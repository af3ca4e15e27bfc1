import type { Envelope } from '@kolo/domain/events/envelope'
import { describe, expect, it } from 'vitest'
import { logWakeUps } from './log.ts'

const events: readonly Envelope[] = []

describe('the wake-up line', () => {
  it('tells each whose events it wants, and of what is foreign the last one last, also behind one that throws', () => {
    const heard: string[] = []
    const failure = new Error('A listener failed.')
    const errors: unknown[] = []
    const log = logWakeUps(
      (error) => errors.push(error),
      () => heard.push('last'),
    )
    log.subscribe(() => heard.push('own'), 'own')
    log.subscribe(() => {
      throw failure
    }, 'foreign')
    const stop = log.subscribe(() => heard.push('both'))
    log.publishForeign(events)
    expect(heard.splice(0)).toEqual(['both', 'last'])
    log.publish(events)
    expect(heard.splice(0)).toEqual(['own', 'both'])
    log.publishFound(events)
    stop()
    log.publishForeign(events)
    expect(heard).toEqual(['last'])
    expect(errors).toEqual([failure, failure])
  })
})
