import { describe, expect, it } from 'vitest'
import type { Actor, DecideContext } from '../core/decide.ts'
import { DomainError } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { addPersonInput, emailSchema, personNameSchema, type Person } from './people.ts'
import {
  administratorAppoint,
  administratorDismiss,
  personAdd,
  personDisable,
  personEnable,
  personRename,
  preferencesChoose,
} from './people.decide.ts'
import { peoplePart, preferencesPart } from './people.fold.ts'
import { can } from './people.policy.ts'

const network = '00000000-0000-7000-8000-0000000000aa'
const anaId = '00000000-0000-7000-8000-000000000001'
const vukId = '00000000-0000-7000-8000-000000000002'
const personal = '00000000-0000-7000-8000-0000000000bb'
const at = '2026-11-23T08:00:00.000Z'

const as = (role: Actor['role'], personId = anaId, system = false): DecideContext => {
  return { actor: { personId, role, system }, now: at, ids: () => network }
}
const vuk: Person = { id: vukId, name: 'Vuk', administrator: false, disabledAt: null }
const onVuk = { spaceId: network, personId: vukId }
const newcomer = {
  ...onVuk,
  personalSpaceId: personal,
  name: 'Vuk',
  email: 'vuk@example.org',
  rendition: 'en' as const,
}

const refusal = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) return error.details['reason'] ?? error.code
    throw error
  }
  return undefined
}
const recorded = (draft: EventDraft, seq = 1) => ({
  spaceId: network,
  seq,
  type: draft.type,
  version: 1,
  actorId: anaId,
  commandId: anaId,
  at,
  payload: draft.payload as Record<string, unknown>,
})

describe('who looks after accounts', () => {
  it('lets administrators add, and nobody else', () => {
    const input = { ...newcomer, administrator: false, demo: false }
    const state = { person: undefined, emailTaken: false }
    for (const role of ['coordinator', 'editor', 'reporter', 'approver', 'reader', 'owner', undefined] as const) {
      expect(refusal(() => personAdd.decide(state, input, as(role)))).toBe('notFound')
    }
    expect(personAdd.decide(state, input, as('administrator')).map((event) => event.type)).toEqual([
      'person.added',
      'preferences.chosen',
    ])
    expect(refusal(() => personAdd.decide({ person: vuk, emailTaken: false }, input, as('administrator')))).toBe(
      'idTaken',
    )
    expect(refusal(() => personAdd.decide({ person: undefined, emailTaken: true }, input, as('administrator')))).toBe(
      'emailTaken',
    )
  })

  it('makes demo accounts by the system only', () => {
    const input = { ...newcomer, administrator: true, demo: true }
    const state = { person: undefined, emailTaken: false }
    expect(refusal(() => personAdd.decide(state, input, as('administrator')))).toBe('demoBySystemOnly')
    const drafts = personAdd.decide(state, input, as('administrator', anaId, true))
    expect(drafts.map((event) => event.type)).toContain('administrator.appointed')
  })

  it('lets people mend their own name, from their own space', () => {
    expect(can.rename(as('owner', vukId).actor, vukId)).toBe(true)
    expect(can.rename(as('owner', anaId).actor, vukId)).toBe(false)
    expect(can.rename(as('editor', vukId).actor, vukId)).toBe(false)
    const state = { person: vuk, networkSpaceId: network }
    const [event] = personRename.decide(state, { ...onVuk, spaceId: personal, name: 'Вук' }, as('owner', vukId))
    expect(event).toMatchObject({ type: 'person.renamed', spaceId: network })
    expect(personRename.decide(state, { ...onVuk, name: 'Vuk' }, as('administrator'))).toEqual([])
  })

  it('never closes the own account, and keeps one administrator', () => {
    expect(refusal(() => personDisable.decide({ person: vuk }, onVuk, as('administrator', vukId)))).toBe('notYourself')
    expect(personDisable.decide({ person: vuk }, onVuk, as('administrator'))).toHaveLength(1)
    expect(personDisable.decide({ person: { ...vuk, disabledAt: at } }, onVuk, as('administrator'))).toEqual([])
    expect(personEnable.decide({ person: { ...vuk, disabledAt: at } }, onVuk, as('administrator'))).toHaveLength(1)
    expect(refusal(() => personEnable.decide({ person: vuk }, onVuk, as('owner', vukId)))).toBe('notFound')
    const administrator = { ...vuk, administrator: true }
    const dismiss = (otherAdministrators: number) => () =>
      administratorDismiss.decide({ person: administrator, otherAdministrators }, onVuk, as('administrator'))
    expect(refusal(dismiss(0))).toBe('lastAdministrator')
    expect(dismiss(1)()).toHaveLength(1)
    expect(
      refusal(() => administratorAppoint.decide({ person: { ...vuk, disabledAt: at } }, onVuk, as('administrator'))),
    ).toBe('personDisabled')
    expect(administratorAppoint.decide({ person: administrator }, onVuk, as('administrator'))).toEqual([])
  })

  it('lets only the owner of a space choose language and look', () => {
    const state = { rendition: 'en', theme: null }
    const input = { spaceId: personal, rendition: 'ka' as const }
    expect(refusal(() => preferencesChoose.decide(state, input, as('administrator')))).toBe('notFound')
    expect(preferencesChoose.decide(state, { spaceId: personal, rendition: 'en' }, as('owner'))).toEqual([])
    expect(preferencesChoose.decide(state, input, as('owner'))[0]?.payload).toEqual({
      personId: anaId,
      rendition: 'ka',
    })
  })
})

describe('the parts people and preferences', () => {
  it('follow the events', () => {
    const input = { ...newcomer, administrator: true, demo: false }
    const added = personAdd.decide({ person: undefined, emailTaken: false }, input, as('administrator'))
    const renamed = personRename.decide(
      { person: vuk, networkSpaceId: network },
      { ...onVuk, name: 'Vuk S.' },
      as('administrator'),
    )
    const closed = personDisable.decide({ person: vuk }, onVuk, as('administrator'))
    const folded = [...added, ...renamed, ...closed].reduce(
      (state, draft) => peoplePart.fold(state, recorded(draft)),
      peoplePart.empty,
    )
    expect(folded[vukId]).toEqual({
      id: vukId,
      name: 'Vuk S.',
      email: 'vuk@example.org',
      administrator: true,
      disabledAt: at,
    })
    const reopened = [
      ...personEnable.decide({ person: { ...vuk, disabledAt: at } }, onVuk, as('administrator')),
      ...administratorDismiss.decide(
        { person: { ...vuk, administrator: true }, otherAdministrators: 1 },
        onVuk,
        as('administrator'),
      ),
    ].reduce((state, draft) => peoplePart.fold(state, recorded(draft)), folded)
    expect(reopened[vukId]).toMatchObject({ administrator: false, disabledAt: null })
    const preferences = added.reduce(
      (state, draft) => preferencesPart.fold(state, recorded(draft)),
      preferencesPart.empty,
    )
    expect(preferences).toEqual({ rendition: 'en', theme: 'system' })
  })
})

describe('names and addresses', () => {
  it('keeps what could forge a header or a name out', () => {
    for (const bad of [
      'a@b',
      'a b@example.org',
      'a@example.org\r\nBcc: x@example.org',
      '<a@example.org>',
      'a@example.org,b@example.org',
      'а@example.org',
    ]) {
      expect(emailSchema.safeParse(bad).success, bad).toBe(false)
    }
    expect(emailSchema.parse(' Ana@Example.ORG ')).toBe('ana@example.org')
    for (const bad of ['', '  ', 'a\nb', 'a\u202Eb', '\uD800', 'x'.repeat(121)])
      expect(personNameSchema.safeParse(bad).success).toBe(false)
    expect(personNameSchema.parse(' ნინო ')).toBe('ნინო')
    expect(addPersonInput.safeParse({ ...newcomer, name: 'a\u0000' }).success).toBe(false)
  })
})
