import type { FieldChange } from '@kolo/domain/reports/report-content'
import { describe, expect, it } from 'vitest'
import { createDraftEdits } from './draft-edits.ts'

const base = '00000000-0000-7000-8000-000000000001'
const other = '00000000-0000-7000-8000-000000000002'
const done = (value: string, on: string | null = base): FieldChange => ({ field: 'done', value, base: on })

function editing() {
  const saved: FieldChange[] = []
  const timers: (() => void)[] = []
  const edits = createDraftEdits(
    (change) => saved.push(change),
    (work) => timers.push(work),
  )
  return { edits, saved, pauseIsOver: () => timers.splice(0).forEach((work) => work()) }
}

describe('what is typed into a draft', () => {
  it('goes out once in a pause, with the base of the first keystroke', () => {
    const { edits, saved, pauseIsOver } = editing()
    edits.change(done('a'))
    edits.change(done('ab', other))
    edits.change({ field: 'nextSteps', value: 'c', base: null })
    expect(saved).toEqual([])
    pauseIsOver()
    expect(saved).toEqual([done('ab'), { field: 'nextSteps', value: 'c', base: null }])
    expect(edits.pending().size).toBe(0)
  })

  it('goes out at once where it is a choice', () => {
    const { edits, saved } = editing()
    edits.change({ field: 'health', value: 'onTrack', base: null }, true)
    expect(saved).toHaveLength(1)
  })

  it('stays with a field that waits for a decision', () => {
    const { edits, saved, pauseIsOver } = editing()
    edits.hold(new Set(['done']))
    edits.change(done('mine'))
    pauseIsOver()
    edits.flush()
    expect(saved).toEqual([])
    expect(edits.pending().get('done')).toEqual(done('mine'))
    edits.drop('done')
    expect(edits.pending().size).toBe(0)
  })
})
