import { changed, definePart, on, withRow } from '../core/part.ts'
import type { Account, Preferences } from './people.ts'
import {
  administratorAppointed,
  administratorDismissed,
  personAdded,
  personDisabled,
  personEnabled,
  personRenamed,
  preferencesChosen,
} from './people.events.ts'

/** Everybody's account, by id; held by the network's space, whose members are administrators. */
export type PeoplePart = Readonly<Record<string, Account>>

/** The part `people` of the network's snapshot. */
export const peoplePart = definePart<PeoplePart>({}, [
  on(personAdded, (state, { payload }) => {
    const { personId, name, email } = payload
    return withRow(state, personId, { id: personId, name, email, administrator: false, disabledAt: null })
  }),
  on(personRenamed, (state, { payload }) =>
    changed(state, payload.personId, (person) => ({ ...person, name: payload.name })),
  ),
  on(personDisabled, (state, { payload, at }) =>
    changed(state, payload.personId, (person) => ({ ...person, disabledAt: at })),
  ),
  on(personEnabled, (state, { payload }) =>
    changed(state, payload.personId, (person) => ({ ...person, disabledAt: null })),
  ),
  on(administratorAppointed, (state, { payload }) =>
    changed(state, payload.personId, (person) => ({ ...person, administrator: true })),
  ),
  on(administratorDismissed, (state, { payload }) =>
    changed(state, payload.personId, (person) => ({ ...person, administrator: false })),
  ),
])

/** The part `preferences` of a personal space's snapshot; null in every other space. */
export const preferencesPart = definePart<Preferences | null>(null, [
  on(preferencesChosen, (state, { payload }) => ({
    rendition: payload.rendition ?? state?.rendition ?? 'en',
    theme: payload.theme ?? state?.theme ?? 'system',
  })),
])
