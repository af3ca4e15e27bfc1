import { describe, expect, it } from 'vitest'
import type { Envelope } from '../events/envelope.ts'
import { reportSaveDraft } from './drafts.decide.ts'
import { type Fact, factKey } from './facts.ts'
import { type DraftContent, emptyContent, type FieldChange, saysAlready, withChange } from './report-content.ts'
import {
  as,
  full,
  id,
  indicatorId,
  municipalitySpaceId,
  opened,
  reportId,
  rolloutSpaceId,
  save,
  submit,
  submitted,
} from './reports.fixture.ts'
import { draftsPart } from './reports.fold.ts'
import type { Draft } from './reports.ts'

describe('report.saveDraft', () => {
  it('keeps two people on different fields apart, and refuses to overwrite what one has not seen', () => {
    const spaces = opened()
    const seen = spaces.draft()
    spaces.take(save(seen, [{ field: 'done', value: 'Mine', base: null }], 501), municipalitySpaceId)
    spaces.take(save(spaces.draft(), [{ field: 'nextSteps', value: 'Theirs', base: null }], 502), municipalitySpaceId)
    expect(spaces.draft().content).toMatchObject({ done: 'Mine', nextSteps: 'Theirs' })
    expect(() => save(spaces.draft(), [{ field: 'done', value: 'Blind', base: null }], 503)).toThrow(
      /done.*fieldChanged/,
    )
    const base = spaces.draft().revisions.done ?? null
    spaces.take(save(spaces.draft(), [{ field: 'done', value: 'Seen', base }], 504), municipalitySpaceId)
    expect(spaces.draft().content.done).toBe('Seen')
  })

  it('refuses a saving that was built on a refused one', () => {
    const spaces = opened()
    const [mine] = save(spaces.draft(), [{ field: 'done', value: 'Mine, refused', base: null }], 505)
    const foreseen = draftsPart.fold({ [reportId]: spaces.draft() }, {
      ...mine,
      spaceId: municipalitySpaceId,
    } as unknown as Envelope)
    spaces.take(save(spaces.draft(), [{ field: 'done', value: 'Theirs', base: null }], 506), municipalitySpaceId)
    const onMine: FieldChange = {
      field: 'done',
      value: 'Mine, again',
      base: foreseen[reportId]!.revisions.done ?? null,
    }
    expect(() => save(spaces.draft(), [onMine], 507)).toThrow(/fieldChanged/)
  })

  it('says nothing where nothing changes', () => {
    const { draft } = opened()
    expect(save(draft(), [{ field: 'done', value: '', base: null }])).toEqual([])
    expect(
      save(draft(), [{ field: 'indicator', indicatorId, value: { numerator: null, denominator: null }, base: null }]),
    ).toEqual([])
  })

  it('is for focal point, IT officer and approver; takes only what is asked for, while the draft is open', () => {
    const { draft } = opened()
    for (const role of ['reader', 'coordinator', 'editor', undefined] as const) {
      expect(() =>
        reportSaveDraft.decide({ draft: draft() }, { spaceId: municipalitySpaceId, reportId, changes: full }, as(role)),
      ).toThrow(/notFound/)
    }
    expect(save(draft(), full, 501, 'approver')).toHaveLength(1)
    const wrongShape: FieldChange = { field: 'indicator', indicatorId, value: { value: 3 }, base: null }
    const notAsked: FieldChange = { field: 'indicator', indicatorId: id(99), value: { value: 3 }, base: null }
    for (const change of [wrongShape, notAsked]) expect(() => save(draft(), [change])).toThrow(/unknownField/)
    expect(() => save(draft(), [full[2]!, full[2]!])).toThrow(/unknownField/)
    expect(() => save(submitted().draft(), [{ field: 'done', value: 'Late', base: null }])).toThrow(/reportSubmitted/)
  })
})

describe('report.submit', () => {
  it('copies what was written into the rollout; the draft stays behind', () => {
    const spaces = submitted()
    expect(spaces.draft().state).toBe('submitted')
    expect(spaces.report()).toMatchObject({
      state: 'submitted',
      submissions: [
        {
          id: id(20),
          number: 1,
          submittedBy: id(1),
          content: { health: 'atRisk', values: { [indicatorId]: { numerator: 169, denominator: 202 } } },
        },
      ],
    })
  })

  it('asks for health, progress and what was done, and for no half values', () => {
    const content = (change: Partial<DraftContent>): Draft => ({
      ...submitted().draft(),
      state: 'inProgress',
      content: { ...submitted().draft().content, ...change },
    })
    expect(() => submit(opened().draft())).toThrow(/health.*fieldMissing/)
    expect(() => submit(content({ progress: null }))).toThrow(/progress.*fieldMissing/)
    expect(() => submit(content({ done: ' \n' }))).toThrow(/done.*fieldMissing/)
    expect(() => submit(content({ values: { [indicatorId]: { numerator: 3, denominator: null } } }))).toThrow(
      /indicator:/,
    )
    expect(submit(content({ values: {} }))).toMatchObject([{ payload: { content: { values: {} } } }, {}])
    expect(submit(content({ values: { [indicatorId]: { numerator: null, denominator: null } } }))).toMatchObject([
      { payload: { content: { values: {} } } },
      {},
    ])
  })

  it('hands in "nothing to report" and nothing else', () => {
    const draft: Draft = {
      ...opened().draft(),
      content: { ...emptyContent, nothingToReport: true, done: 'half a word' },
    }
    expect(submit(draft)).toMatchObject([
      { payload: { content: { ...emptyContent, nothingToReport: true } } },
      { spaceId: rolloutSpaceId },
    ])
  })

  it('hands in the attached files that are still there', () => {
    const attachment = (fileId: string): FieldChange => ({ field: 'attachment', fileId, value: true, base: null })
    const spaces = opened()
    spaces.take(save(spaces.draft(), [...full, attachment(id(30)), attachment(id(31))]), municipalitySpaceId)
    const file = { id: id(31), name: 'Minutes.pdf', type: 'application/pdf', size: 9, addedBy: id(1) }
    expect(submit(spaces.draft(), id(20), { files: [file] })).toMatchObject([
      {
        payload: { content: { attachments: [{ id: id(31), name: 'Minutes.pdf', type: 'application/pdf', size: 9 }] } },
      },
      {},
    ])
    const [bare] = submit(spaces.draft())
    expect(bare?.payload).not.toHaveProperty('content.attachments')
  })

  it('tells the facts that were shown, still hold and are not left out; then nothing need be typed', () => {
    const fact = (taskId: string): Fact => ({ kind: 'taskDone', id: taskId, name: `Task ${taskId}`, on: '2026-10-09' })
    const [seen, leftOut, unseen, undone] = [fact('a'), fact('b'), fact('c'), fact('d')] as const
    const spaces = opened()
    const changes: FieldChange[] = [
      ...full.filter(({ field }) => field !== 'done'),
      { field: 'fact', fact: factKey(leftOut), value: false, base: null },
    ]
    spaces.take(save(spaces.draft(), changes), municipalitySpaceId)
    const shown = { facts: [seen, leftOut, undone].map(factKey) }
    const handIn = (state: object, input: object) => submit(spaces.draft(), id(20), state, 'reporter', input)
    const [submitted] = handIn({ facts: [seen, leftOut, unseen] }, shown)
    expect(submitted?.payload).toMatchObject({ content: { done: '', facts: [seen] } })
    expect(submitted?.payload).not.toHaveProperty('content.leftOut')
    // Nothing is told that nobody saw, and then something has to be said.
    expect(() => handIn({ facts: [seen] }, {})).toThrow(/done.*fieldMissing/)
    expect(() => handIn({ facts: [leftOut] }, shown)).toThrow(/done.*fieldMissing/)

    const again: FieldChange = { field: 'fact', fact: factKey(leftOut), value: true, base: id(0) }
    expect(withChange(spaces.draft().content, again).leftOut).toEqual([])
    expect(saysAlready(spaces.draft().content, again)).toBe(false)
    expect(saysAlready(spaces.draft().content, { ...again, value: false })).toBe(true)
  })

  it('asks for a word where a value is unusual, and hands it in with the value', () => {
    const spaces = submitted()
    const draft = { ...spaces.draft(), state: 'inProgress' as const }
    const earlier = { [indicatorId]: [20, 21, 22] }
    expect(() => submit(draft, id(21), { earlier })).toThrow(/note:.*fieldMissing/)
    const note: FieldChange = { field: 'note', indicatorId, value: 'Two offices were joined.', base: null }
    const said = { ...draft, content: withChange(draft.content, note) }
    expect(submit(said, id(21), { earlier })[0]?.payload).toMatchObject({
      content: { notes: { [indicatorId]: 'Two offices were joined.' } },
    })
    expect(() =>
      submit({ ...draft, content: withChange(draft.content, { ...note, value: ' ' }) }, id(21), { earlier }),
    ).toThrow(/note:/)
    expect(() => save(draft, [{ ...note, indicatorId: id(99) }])).toThrow(/unknownField/)
  })

  it('is for those who write, in both spaces, once', () => {
    const draft = { ...submitted().draft(), state: 'inProgress' as const }
    for (const role of ['reader', 'coordinator'] as const)
      expect(() => submit(draft, id(20), {}, role)).toThrow(/notFound/)
    expect(() => submit(draft, id(20), { inRollout: false })).toThrow(/notFound/)
    expect(() => submit(draft, id(20), { idTaken: true })).toThrow(/idTaken/)
    expect(() => submit(submitted().draft())).toThrow(/reportSubmitted/)
  })
})
