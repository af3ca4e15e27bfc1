import { type Actor, everyPerson, hosts, type Person, peopleWith, type Place } from './people.ts'
import type { World } from './world.ts'

/** One way to ask a procedure: about what, and who may. */
export type Case = {
  readonly about: string
  readonly may: readonly Actor[]
  /** A valid input, prepared afresh; `by` owns what only its author may touch. */
  input(world: World, by: Person): unknown
  /** What those get who may; `ok` unless the case is one that nobody can finish (a wrong password). */
  readonly answers?: string
  /** A signed-out visitor is refused like anybody else, not sent to the sign-in page. */
  readonly open?: true
  /** What isn't there counts as done already. */
  readonly idempotent?: true
  /** Those who may not try it from their own space, so each of them gets an input of their own. */
  readonly personal?: boolean
}

/** The rows of a noun: for each procedure its cases. */
export type Rows = Readonly<Record<string, readonly Case[]>>

type Roles = Parameters<typeof peopleWith>[1]

/** The same in several places: whoever holds one of `roles` there may. */
export function inPlaces(
  where: readonly Place[],
  roles: Roles,
  input: (
    world: World,
    place: { readonly name: Place; readonly spaceId: string; readonly host: Person },
    by: Person,
  ) => unknown,
): Case[] {
  return where.map((name) => ({
    about: name,
    may: peopleWith(name, roles),
    input: (world, by) => input(world, { name, spaceId: world.spaces[name], host: hosts[name] }, by),
  }))
}

/** These people may, the others not. */
export const only = (may: readonly Actor[], input: Case['input'], about = 'the demo project'): Case[] => [
  { about, may, input },
]

/** Everybody who is signed in gets an answer: lists that hold only what the person may see. */
export const signedIn = (input: Case['input'] = () => ({})): Case[] => [{ about: 'own list', may: everyPerson, input }]

/** Open to visitors as well. */
export const anybody = (input: Case['input'], answers?: string): Case[] => [
  {
    about: 'open',
    may: [...everyPerson, 'signedOut'],
    input,
    open: true,
    ...(answers === undefined ? {} : { answers }),
  },
]
