import { randomUUID } from 'node:crypto'
import { factsIn } from '@kolo/domain/reports/contributors'
import { factKey } from '@kolo/domain/reports/facts'
import type { FieldChange } from '@kolo/domain/reports/report-content'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { accepted, fullDraft, openFor, type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { addMilestone } from '../milestones/commands/add-milestone.ts'
import { reachMilestone } from '../milestones/commands/reach-milestone.ts'
import { createTask } from '../boards/commands/create-task.ts'
import { moveTask } from '../boards/commands/move-task.ts'
import { changePhase } from '../rollouts/commands/advance-rollout.ts'
import { resolveThread } from '../threads/commands/resolve-thread.ts'
import { startThread } from '../threads/commands/start-thread.ts'
import { acceptReport } from './commands/review-report.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'
import { reportsResults } from './completeness.queries.ts'

const today = new Date().toISOString().slice(0, 10)
const thisPeriod = { periodStart: today, periodEnd: '2099-12-30', dueOn: '2099-12-31' }
const months = ['03', '04', '05'].map((month) => ({
  periodStart: `2025-${month}-01`,
  periodEnd: `2025-${month}-30`,
  dueOn: '2099-12-31',
}))

describe('a report that drafts itself', () => {
  let hub: TestHub
  let our: Reporting
  let both: string[]
  const titles = new Map<string, string>()
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    both = [our.municipalitySpaceId, our.rolloutSpaceId]
    for (const period of months) await accepted(hub, our, period, fullDraft(our.closed))
  })
  afterAll(() => hub.close())

  const rollout = async () => (await hub.snapshot(our.rolloutSpaceId)).parts
  const columnOf = async (category: string): Promise<string> =>
    Object.values((await rollout()).board.columns).find((column) => column.category === category)!.id
  const doneTask = async (title: string): Promise<string> => {
    const taskId = randomUUID()
    titles.set(taskId, title)
    const key = { spaceId: our.rolloutSpaceId, taskId }
    await hub.run(createTask, our.officerId, { ...key, columnId: await columnOf('todo'), title })
    await hub.run(moveTask, our.officerId, { ...key, columnId: await columnOf('done'), afterTaskId: null })
    return taskId
  }
  const withoutWords = (numerator: number): FieldChange[] =>
    fullDraft(our.closed)
      .filter(({ field }) => field !== 'done')
      .map((change) => (change.field === 'indicator' ? { ...change, value: { numerator, denominator: 202 } } : change))
  const inTown = (reportId: string) => ({ spaceId: our.municipalitySpaceId, reportId })

  it('tells what happened in the rollout, but what was left out, was undone or had not been seen', async () => {
    const reportId = await openFor(hub, our, thisPeriod)
    const [told, leftOut, undone] = [await doneTask('Told'), await doneTask('Left out'), await doneTask('Undone')]
    const threadId = randomUUID()
    const thread = { spaceId: our.rolloutSpaceId, threadId }
    await hub.run(startThread, our.officerId, { ...thread, title: 'Who answers?', subject: { kind: 'space' } })
    await hub.run(resolveThread, our.officerId, thread)
    const milestoneId = randomUUID()
    const milestone = { spaceId: our.rolloutSpaceId, milestoneId }
    await hub.run(addMilestone, our.officerId, { ...milestone, name: 'Staff trained', dueOn: '2025-01-31' })
    await hub.run(reachMilestone, our.officerId, { ...milestone, reachedOn: thisPeriod.periodStart })
    const { rolloutId } = our.rollout
    await hub.run(changePhase, our.coordinatorId, { spaceId: our.rolloutSpaceId, rolloutId, phase: 'pilot' })

    const shown = factsIn(await rollout(), thisPeriod)
    expect(shown.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
      'milestoneReachedLate Staff trained',
      'phaseReached pilot',
      'taskDone Left out',
      'taskDone Told',
      'taskDone Undone',
      'threadResolved Who answers?',
    ])
    const out: FieldChange = { field: 'fact', fact: `taskDone:${leftOut}`, value: false, base: null }
    await expectSynced(hub, both, () =>
      hub.run(saveDraft, our.officerId, { ...inTown(reportId), changes: [...withoutWords(169), out] }),
    )
    await hub.run(moveTask, our.officerId, {
      spaceId: our.rolloutSpaceId,
      taskId: undone,
      columnId: await columnOf('todo'),
      afterTaskId: null,
    })
    await doneTask('Not seen yet')
    const submissionId = randomUUID()
    await expectSynced(hub, both, () =>
      hub.run(submitReport, our.officerId, { ...inTown(reportId), submissionId, facts: shown.map(factKey) }),
    )
    const { content } = (await rollout()).reports[reportId]!.submissions[0]!
    expect(content.facts?.map(({ id }) => id)).toEqual(['pilot-0', milestoneId, told, threadId])
    expect(content).not.toHaveProperty('leftOut')
    expect(JSON.stringify(content)).not.toMatch(/Left out|Undone|Not seen yet/)

    await hub.run(acceptReport, our.coordinatorId, { spaceId: our.rolloutSpaceId, reportId, submissionId })
    const results = await hub.ask(reportsResults, our.observerId, { projectId: our.project.projectId })
    expect(JSON.stringify(results)).not.toMatch(/Told|Who answers|Staff trained/)
  })

  it('asks for a word where a value is far from what was accepted before, and hands it in', async () => {
    const period = { periodStart: '2025-06-01', periodEnd: '2025-06-30', dueOn: '2099-12-31' }
    const reportId = await openFor(hub, our, period)
    await hub.run(saveDraft, our.officerId, {
      ...inTown(reportId),
      changes: [...withoutWords(20), { field: 'done', value: 'Forms.', base: null }],
    })
    const handIn = () => hub.run(submitReport, our.officerId, { ...inTown(reportId), submissionId: randomUUID() })
    await expect(handIn()).rejects.toMatchObject({
      code: 'invalid',
      details: { reason: 'fieldMissing', field: `note:${our.closed}` },
    })
    const note: FieldChange = { field: 'note', indicatorId: our.closed, value: 'The server stood still.', base: null }
    await expectSynced(hub, both, () => hub.run(saveDraft, our.officerId, { ...inTown(reportId), changes: [note] }))
    await expectSynced(hub, both, handIn)
    const { content } = (await rollout()).reports[reportId]!.submissions[0]!
    expect(content.notes).toEqual({ [our.closed]: 'The server stood still.' })
  })
})
