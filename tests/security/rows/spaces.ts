import { members, places, type Place } from '../people.ts'
import { type Case, inPlaces, type Rows, signedIn } from '../table.ts'
import { newId, type World } from '../world.ts'

const everywhere = Object.keys(places) as Place[]

/** Members of a space may see all of its log, nobody else any of it; a personal space is its owner's. */
const forMembers = (more: (world: World) => object | Promise<object> = () => ({})): Case[] => [
  ...inPlaces(everywhere, members, async (world, { spaceId }) => ({ spaceId, ...(await more(world)) })),
  {
    about: 'the coordinator’s own space',
    may: ['coordinator'],
    input: async (world) => ({ spaceId: await world.personalSpaceId('coordinator'), ...(await more(world)) }),
  },
]

export const spaces: Rows = {
  'spaces.mine': signedIn(),
  'spaces.snapshot': forMembers(),
  'spaces.events': forMembers(() => ({ epoch: newId(), after: 0 })),
  'spaces.activity': forMembers(),
}
