import { everyPerson } from '../people.ts'
import { type Case, inPlaces, type Rows, signedIn } from '../table.ts'
import { accountOf } from '../things.ts'
import { newId } from '../world.ts'

const onAccount = (before: readonly string[] = [], more: object = {}): Case[] =>
  inPlaces(['network'], ['administrator'], async (world, { spaceId }) => {
    const input = { spaceId, personId: await accountOf(world) }
    for (const path of before) await world.make('administrator', path, input)
    return { ...input, ...more }
  })

/** Accounts are the administrators'; one's own name and preferences are one's own. */
export const people: Rows = {
  'people.add': inPlaces(['network'], ['administrator'], (_world, { spaceId }) => {
    const personId = newId()
    return { spaceId, personId, personalSpaceId: newId(), name: 'New', email: `${personId}@new.test`, rendition: 'en' }
  }),
  'people.rename': [
    ...onAccount([], { name: 'Renamed' }),
    {
      about: 'one’s own name, from one’s own space',
      may: everyPerson,
      input: async (world, by) => ({
        spaceId: await world.personalSpaceId(by),
        personId: world.personId(by),
        name: `Renamed ${by}`,
      }),
    },
    {
      about: 'the coordinator’s name, from the coordinator’s space',
      may: ['coordinator'],
      input: async (world) => ({
        spaceId: await world.personalSpaceId('coordinator'),
        personId: world.personId('coordinator'),
        name: 'Me',
      }),
    },
    {
      about: 'the coordinator’s name, from one’s own space',
      may: ['coordinator'],
      input: async (world, by) => ({
        spaceId: await world.personalSpaceId(by),
        personId: world.personId('coordinator'),
        name: 'You',
      }),
      personal: true,
    },
  ],
  'people.disable': onAccount(),
  'people.enable': onAccount(['people.disable']),
  'people.appointAdministrator': onAccount(),
  'people.dismissAdministrator': onAccount(['people.appointAdministrator']),
  'people.choosePreferences': [
    {
      about: 'the coordinator’s own space',
      may: ['coordinator'],
      input: async (world) => ({ spaceId: await world.personalSpaceId('coordinator'), theme: 'light' }),
    },
    {
      about: 'one’s own space',
      may: everyPerson,
      input: async (world, by) => ({ spaceId: await world.personalSpaceId(by), theme: 'dark' }),
    },
  ],
  'people.directory': signedIn(),
}
