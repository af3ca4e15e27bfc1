/** Everybody who tries: each is one real person with one real way in, or none. */
export const actors = [
  'coordinator',
  'partner',
  'otherPartner',
  'reporter',
  'approver',
  'reader',
  'observer',
  'administrator',
  'foreignCoordinator',
  'foreignPartner',
  'foreignOfficer',
  'formerPartner',
  'formerOfficer',
  'endedPartner',
  'signedOut',
] as const
export type Actor = (typeof actors)[number]
export type Person = Exclude<Actor, 'signedOut'>

/** The accounts of the demo that play a part; the others are made for the table. */
export const demoAccountOf = {
  coordinator: 'coordinator',
  partner: 'partner-serbia',
  otherPartner: 'partner-georgia',
  reporter: 'officer-indjija',
  approver: 'approver-indjija',
  reader: 'officer-tivat',
  observer: 'observer',
  administrator: 'admin',
} as const satisfies Partial<Record<Person, string>>

/** Whoever takes part in the project now, as an observer too. */
export const participants: readonly Person[] = [
  'coordinator',
  'partner',
  'otherPartner',
  'reporter',
  'approver',
  'reader',
  'observer',
]
export const everyPerson = actors.filter((actor): actor is Person => actor !== 'signedOut')

type Role = 'administrator' | 'coordinator' | 'editor' | 'reporter' | 'approver' | 'reader'

/**
 * Who is what in each place of the demo network, by the words of ARCHITECTURE.md (space = audience), not by the code.
 * `rollout` and `municipality` are those of Inđija; `closedStage` isn't opened to municipalities.
 */
export const places = {
  network: { administrator: 'administrator' },
  coordination: { coordinator: 'coordinator' },
  commons: {
    coordinator: 'coordinator',
    partner: 'editor',
    otherPartner: 'editor',
    reporter: 'reader',
    approver: 'reader',
    reader: 'reader',
  },
  openedStage: {
    coordinator: 'coordinator',
    partner: 'editor',
    otherPartner: 'editor',
    reporter: 'reader',
    approver: 'reader',
    reader: 'reader',
  },
  closedStage: { coordinator: 'coordinator', partner: 'editor', otherPartner: 'editor' },
  rollout: { coordinator: 'coordinator', partner: 'editor', reporter: 'reporter', approver: 'approver' },
  municipality: { reporter: 'reporter', approver: 'approver' },
} as const satisfies Record<string, Partial<Record<Person, Role>>>
export type Place = keyof typeof places

/** The people who hold one of these roles in a place. */
export function peopleWith(place: Place, roles: readonly Role[]): Person[] {
  return Object.entries(places[place]).flatMap(([person, role]) => (roles.includes(role) ? [person as Person] : []))
}

/** Who prepares what the others try to touch there. */
export const hosts = {
  network: 'administrator',
  coordination: 'coordinator',
  commons: 'coordinator',
  openedStage: 'coordinator',
  closedStage: 'coordinator',
  rollout: 'coordinator',
  municipality: 'reporter',
} as const satisfies Record<Place, Person>

export const shared = [
  'commons',
  'openedStage',
  'closedStage',
  'rollout',
  'municipality',
] as const satisfies readonly Place[]
export const members = ['administrator', 'coordinator', 'editor', 'reporter', 'approver', 'reader'] as const
