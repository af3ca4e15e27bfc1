import type { Municipality } from './municipalities.ts'

/** What makes two municipalities alike; each of it may be unknown. */
export type Comparable = Pick<Municipality, 'id' | 'country' | 'registeredVoters' | 'developmentLevel'> & {
  readonly systemIds: readonly string[]
}

/** A municipality with why it is a peer. */
export type Peer<Of extends Comparable> = {
  readonly municipality: Of
  /** Its size as a multiple of ours; null where one of the two isn't known. */
  readonly size: number | null
  /** Whether both are of one country's same group of development; null where that can't be said. */
  readonly sameLevel: boolean | null
  /** The systems that both introduce. */
  readonly sharedSystemIds: readonly string[]
}

/** Nobody learns from a municipality of another order of size. */
const furthestSize = 4
// What isn't known counts as far, though not as far as what is known to differ.
const costs = { unknownSize: 1.5, otherLevel: 0.5, unknownLevel: 0.5, abroad: 0.5, sharedSystem: -0.75 } as const
const countedSystems = 2

/** The municipalities that are most alike in size, development and systems, nearest first, at most so many. */
export function peersOf<Of extends Comparable>(ours: Of, all: readonly Of[], atMost: number): Peer<Of>[] {
  return all
    .filter(({ id }) => id !== ours.id)
    .map((municipality) => peerOf(ours, municipality))
    .filter(({ size, sharedSystemIds }) => (size === null ? sharedSystemIds.length > 0 : withinReach(size)))
    .map((peer) => ({ peer, distance: distanceOf(ours, peer) }))
    .toSorted((a, b) => a.distance - b.distance || (a.peer.municipality.id < b.peer.municipality.id ? -1 : 1))
    .slice(0, atMost)
    .map(({ peer }) => peer)
}

function peerOf<Of extends Comparable>(ours: Of, municipality: Of): Peer<Of> {
  const { country, registeredVoters, developmentLevel, systemIds } = municipality
  const ourVoters = ours.registeredVoters
  const levelled = ours.developmentLevel !== null && developmentLevel !== null && ours.country === country
  return {
    municipality,
    size: ourVoters && registeredVoters ? registeredVoters / ourVoters : null,
    sameLevel: levelled ? ours.developmentLevel === developmentLevel : null,
    sharedSystemIds: systemIds.filter((id) => ours.systemIds.includes(id)),
  }
}

const withinReach = (size: number): boolean => size <= furthestSize && size >= 1 / furthestSize

function distanceOf<Of extends Comparable>(
  ours: Of,
  { municipality, size, sameLevel, sharedSystemIds }: Peer<Of>,
): number {
  return (
    (size === null ? costs.unknownSize : Math.abs(Math.log2(size))) +
    levelCost(ours, municipality, sameLevel) +
    (municipality.country === ours.country ? 0 : costs.abroad) +
    Math.min(sharedSystemIds.length, countedSystems) * costs.sharedSystem
  )
}

const levelCost = (ours: Comparable, other: Comparable, sameLevel: boolean | null): number =>
  sameLevel === null
    ? costs.unknownLevel
    : Math.abs((ours.developmentLevel ?? 0) - (other.developmentLevel ?? 0)) * costs.otherLevel
