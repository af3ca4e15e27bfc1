import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { inSpace } from '../events/define-event.ts'
import {
  addPersonInput,
  appointAdministratorInput,
  choosePreferencesInput,
  disablePersonInput,
  enablePersonInput,
  type Person,
  renamePersonInput,
} from './people.ts'
import {
  administratorAppointed,
  administratorDismissed,
  personAdded,
  personDisabled,
  personEnabled,
  personRenamed,
  preferencesChosen,
} from './people.events.ts'
import { can } from './people.policy.ts'

type PersonState = { readonly person: Person | undefined }
type RenameState = PersonState & { readonly networkSpaceId: string }
type AdministratorState = PersonState & { readonly otherAdministrators: number }

/** Opens an account with its own space. */
export const personAdd = defineCommand(
  'person.add',
  addPersonInput,
  (state: PersonState & { readonly emailTaken: boolean }, input, { actor }) => {
    if (!can.add(actor)) throw notFound()
    if (input.demo && !actor.system) throw invalid('demoBySystemOnly')
    if (state.person) throw conflict('idTaken')
    if (state.emailTaken) throw conflict('emailTaken')
    const { personId, name, email, personalSpaceId } = input
    return [
      inSpace(input.spaceId, personAdded.of({ personId, name, email, personalSpaceId })),
      ...(input.administrator ? [inSpace(input.spaceId, administratorAppointed.of({ personId }))] : []),
      inSpace(personalSpaceId, preferencesChosen.of({ personId, rendition: input.rendition })),
    ]
  },
)

export const personRename = defineCommand(
  'person.rename',
  renamePersonInput,
  (state: RenameState, input, { actor }) => {
    if (!state.person || !can.rename(actor, input.personId)) throw notFound()
    const { personId, name } = input
    return state.person.name === name ? [] : [inSpace(state.networkSpaceId, personRenamed.of({ personId, name }))]
  },
)

/** Nobody closes the own account, so that an administrator remains. */
export const personDisable = defineCommand(
  'person.disable',
  disablePersonInput,
  (state: PersonState, input, { actor }) => {
    if (!state.person || !can.disable(actor)) throw notFound()
    if (input.personId === actor.personId) throw invalid('notYourself')
    return state.person.disabledAt ? [] : [inSpace(input.spaceId, personDisabled.of({ personId: input.personId }))]
  },
)

export const personEnable = defineCommand(
  'person.enable',
  enablePersonInput,
  (state: PersonState, input, { actor }) => {
    if (!state.person || !can.disable(actor)) throw notFound()
    return state.person.disabledAt ? [inSpace(input.spaceId, personEnabled.of({ personId: input.personId }))] : []
  },
)

export const administratorAppoint = defineCommand(
  'administrator.appoint',
  appointAdministratorInput,
  (state: PersonState, input, { actor }) => {
    if (!state.person || !can.appoint(actor)) throw notFound()
    if (state.person.disabledAt) throw conflict('personDisabled')
    return state.person.administrator ? [] : [administratorAppointed.of({ personId: input.personId })]
  },
)

export const administratorDismiss = defineCommand(
  'administrator.dismiss',
  appointAdministratorInput,
  (state: AdministratorState, input, { actor }) => {
    if (!state.person || !can.appoint(actor)) throw notFound()
    if (!state.person.administrator) return []
    if (state.otherAdministrators === 0) throw invalid('lastAdministrator')
    return [administratorDismissed.of({ personId: input.personId })]
  },
)

/** Language and look, the same on every device. */
export const preferencesChoose = defineCommand(
  'preferences.choose',
  choosePreferencesInput,
  (state: { readonly rendition: string; readonly theme: string | null }, input, { actor }) => {
    if (!can.choosePreferences(actor)) throw notFound()
    const rendition = input.rendition === state.rendition ? undefined : input.rendition
    const theme = input.theme === state.theme ? undefined : input.theme
    if (!rendition && !theme) return []
    return [
      preferencesChosen.of({ personId: actor.personId, ...(rendition && { rendition }), ...(theme && { theme }) }),
    ]
  },
)
