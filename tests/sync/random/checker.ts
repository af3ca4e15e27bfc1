import { isDeepStrictEqual } from 'node:util'
import { emptySpace, foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Evidence, Happening, SpaceRecord } from './history.ts'
import { breachesOfOwnWrites } from './own-writes.ts'
import type { Breach, Rule } from './rules.ts'

/** Reads the evidence of a run and names every rule that it breaks. */
export function check(evidence: Evidence): Breach[] {
  const states = new Map([...evidence.spaces].map(([spaceId, { events }]) => [spaceId, statesOf(events)]))
  return [
    ...[...evidence.spaces].flatMap(([spaceId, space]) => breachesOfLog(spaceId, space, states.get(spaceId)!)),
    ...breachesOfCommands(evidence),
    ...breachesOfPromises(evidence),
    ...breachesOfSight(evidence, states),
    ...breachesOfNews(evidence),
    ...breachesOfPushes(evidence, states),
    ...breachesOfOwnWrites(evidence),
    ...breachesAtRest(evidence),
  ]
}

type Of<What extends Happening['what']> = Extract<Happening, { what: What }>
const all = <What extends Happening['what']>({ history }: Evidence, what: What): Of<What>[] =>
  history.filter((happening): happening is Of<What> => happening.what === what)
const breach = (rule: Rule, how: string): Breach => ({ rule, how })
const short = (id: string): string => id.slice(-8)
const told = (personId: string, spaceId: string, seq: number): string => `${short(personId)}, ${short(spaceId)}, ${seq}`

/** The state of a space after each of its events, by seq. */
function statesOf(events: readonly Envelope[]): Map<number, SpaceState> {
  let state = emptySpace
  return new Map(events.map((event) => [event.seq, (state = foldSpace(state, event))]))
}

const plain = (state: SpaceState): unknown => JSON.parse(JSON.stringify(state))

function breachesOfLog(spaceId: string, space: SpaceRecord, states: Map<number, SpaceState>): Breach[] {
  const seqs = space.events.map(({ seq }) => seq)
  const gapless = space.head === seqs.length && seqs.every((seq, index) => seq === index + 1)
  const last = states.get(seqs.at(-1) ?? 0) ?? emptySpace
  return [
    ...(gapless
      ? []
      : [breach('numbered', `${short(spaceId)}: ${seqs.length} events, last ${seqs.at(-1)}, head ${space.head}`)]),
    ...(isDeepStrictEqual(plain(last), space.fresh.parts) ? [] : [breach('rebuilt', short(spaceId))]),
  ]
}

function breachesOfCommands(evidence: Evidence): Breach[] {
  const given = new Set(all(evidence, 'given').map(({ command }) => command.commandId))
  const events = [...evidence.spaces.values()].flatMap((space) => space.events)
  const byCommand = Map.groupBy(events, ({ commandId }) => commandId)
  const breaches: Breach[] = []
  for (const [commandId, written] of byCommand) {
    if (evidence.arrangements.has(commandId)) continue
    if (!given.has(commandId)) breaches.push(breach('nothingUnasked', `${written[0]?.type} by ${short(commandId)}`))
    for (const [spaceId, ofSpace] of Map.groupBy(written, (event) => event.spaceId))
      if (ofSpace.length > 1)
        breaches.push(breach('once', `${short(commandId)}: ${ofSpace.length} in ${short(spaceId)}`))
  }
  for (const { command, answer } of all(evidence, 'acknowledged')) {
    const { commandId, name } = command
    const written = byCommand.get(commandId) ?? []
    if (answer.status === 'refused' && written.length > 0)
      breaches.push(breach('refusedWritesNothing', `${name} ${short(commandId)}: ${answer.code}`))
    if (answer.status !== 'committed') continue
    const isThere = answer.at.every((at) =>
      written.some(({ spaceId, seq }) => spaceId === at.spaceId && seq === at.seq),
    )
    if (!isThere)
      breaches.push(breach('kept', `${name} ${short(commandId)} at ${answer.at.map(({ seq }) => seq).join()}`))
  }
  const answers = Map.groupBy(
    [
      ...all(evidence, 'answered'),
      ...all(evidence, 'acknowledged').map(({ command, answer }) => ({ commandId: command.commandId, answer })),
    ],
    ({ commandId }) => commandId,
  )
  for (const [commandId, [first, ...others]] of answers)
    if (others.some(({ answer }) => !isDeepStrictEqual(plainAnswer(answer), plainAnswer(first!.answer))))
      breaches.push(breach('oneAnswer', short(commandId)))
  return breaches
}

/** Nothing that somebody gave is gone without a word. */
function breachesOfPromises(evidence: Evidence): Breach[] {
  const refused = new Map(evidence.kept.map((kept) => [`${kept.browser} ${kept.commandId}`, kept.refusal]))
  return all(evidence, 'given').flatMap(({ browser, command: { commandId, name } }) => {
    if (evidence.done.has(commandId) || refused.get(`${browser} ${commandId}`)) return []
    return [breach('settled', `${browser}: ${name} ${short(commandId)}`)]
  })
}

const plainAnswer = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer))

function breachesOfSight(evidence: Evidence, states: ReadonlyMap<string, Map<number, SpaceState>>): Breach[] {
  const breaches: Breach[] = []
  const known = new Map<SpaceState, SpaceState>()
  const reached = new Map<string, { epoch: string; seq: number }>()
  const epochs = new Set<string>()
  for (const happening of evidence.history) {
    if (happening.what === 'epoch') epochs.add(happening.epoch)
    if (happening.what !== 'seen') continue
    const { browser, life, opening, spaceId, epoch, seq, parts } = happening
    const where = `${browser}, ${short(spaceId)}, ${seq}`
    if (!epochs.has(epoch)) breaches.push(breach('known', where))
    const before = reached.get(`${life} ${opening} ${spaceId} ${browser}`)
    if (before?.epoch === epoch && seq < before.seq) breaches.push(breach('monotonic', `${where} after ${before.seq}`))
    reached.set(`${life} ${opening} ${spaceId} ${browser}`, { epoch, seq })
    const expected = states.get(spaceId)?.get(seq)
    if (known.get(parts) !== expected || expected === undefined) {
      if (isDeepStrictEqual(parts, expected)) known.set(parts, expected!)
      else breaches.push(breach('ordered', where))
    }
  }
  return breaches
}

function breachesOfNews(evidence: Evidence): Breach[] {
  const told = new Map<string, { epoch: string; head: number }>()
  const asked = new Map<string, { epoch: string; head: number } | undefined>()
  const breaches: Breach[] = []
  for (const happening of evidence.history) {
    if (happening.what === 'told') {
      const { browser, spaceId, epoch, head } = happening
      const before = told.get(`${browser} ${spaceId}`)
      // Of two that come in another order the higher one counts.
      if (before?.epoch !== epoch || before.head < head) told.set(`${browser} ${spaceId}`, { epoch, head })
    } else if (happening.what === 'asked') {
      const { browser, life, spaceId, request } = happening
      asked.set(`${browser} ${life} ${request}`, told.get(`${browser} ${spaceId}`))
    } else if (happening.what === 'snapshot') {
      const { browser, life, spaceId, request, epoch, seq } = happening
      const then = asked.get(`${browser} ${life} ${request}`)
      if (then?.epoch === epoch && seq < then.head)
        breaches.push(breach('recent', `${browser}, ${short(spaceId)}: ${seq}, told ${then.head}`))
    }
  }
  return breaches
}

function breachesOfPushes(evidence: Evidence, states: ReadonlyMap<string, Map<number, SpaceState>>): Breach[] {
  const isMember = (spaceId: string, seq: number, personId: string): boolean =>
    states
      .get(spaceId)
      ?.get(seq)
      ?.space.members.some((member) => member.personId === personId) ?? false
  const firstOf = new Map<string, number>()
  for (const { events } of evidence.spaces.values())
    for (const { spaceId, commandId, seq } of events)
      if (!firstOf.has(`${spaceId} ${commandId}`)) firstOf.set(`${spaceId} ${commandId}`, seq)
  return all(evidence, 'pushed').flatMap(({ personId, events, heard }) =>
    events.flatMap(({ spaceId, seq }) => {
      const commandId = evidence.spaces.get(spaceId)?.events.find((event) => event.seq === seq)?.commandId
      // Whoever leaves hears of what made them leave.
      const before = (firstOf.get(`${spaceId} ${commandId}`) ?? seq) - 1
      // What another node wrote, and nobody told, ends nobody's membership here yet.
      const fine = [seq, before, heard].some((at) => isMember(spaceId, at, personId))
      return fine ? [] : [breach('membersOnly', told(personId, spaceId, seq))]
    }),
  )
}

function breachesAtRest(evidence: Evidence): Breach[] {
  const epoch = all(evidence, 'epoch').at(-1)?.epoch
  return evidence.rests.flatMap((rest) => {
    const where = `${rest.browser}, ${short(rest.spaceId)}`
    if (!rest.member) {
      const left = [rest.view && 'still seen', rest.kept && 'still on the disk'].filter(Boolean)
      const gone = rest.status === 'forbidden' && left.length === 0
      return gone ? [] : [breach('closed', [`${where}: ${rest.status}`, ...left].join(', '))]
    }
    if (rest.status === 'forbidden') return [breach('closed', where)]
    const { fresh } = evidence.spaces.get(rest.spaceId)!
    const equal = rest.seq === fresh.seq && rest.epoch === epoch && isDeepStrictEqual(rest.parts, fresh.parts)
    const quiet = rest.unsent === 0 && isDeepStrictEqual(rest.view, rest.parts)
    return [
      ...(equal ? [] : [breach('converged', `${where}: ${rest.status} at ${rest.seq}, server at ${fresh.seq}`)]),
      ...(quiet ? [] : [breach('drained', `${where}: ${rest.unsent} unsent`)]),
    ]
  })
}
