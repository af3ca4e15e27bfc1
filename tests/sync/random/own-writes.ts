import type { SpaceState } from '@kolo/domain/events/parts'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Evidence, Given, Happening } from './history.ts'
import type { Breach } from './rules.ts'

type Of<What extends Happening['what']> = Extract<Happening, { what: What }>
type Seen = Of<'seen'>
/** A write that its browser knows to be committed, while its event is not yet there. */
type Awaited = { readonly command: Given; readonly seq: number; readonly from: number }

/** What is known of one space in one life of a browser. */
type Sight = { readonly given: Of<'given'>[]; awaited: Awaited[]; latest: Seen | undefined }

/** Read-your-writes: from the answer until the event is there, the view shows what was written. */
export function breachesOfOwnWrites({ history, spaces }: Evidence): Breach[] {
  const sights = new Map<string, Sight>()
  const sightOf = (browser: string, life: number, spaceId: string): Sight => {
    const key = `${browser} ${life} ${spaceId}`
    const sight = sights.get(key) ?? { given: [], awaited: [], latest: undefined }
    sights.set(key, sight)
    return sight
  }
  return history.flatMap((happening) => {
    if (happening.what === 'given') {
      sightOf(happening.browser, happening.life, happening.command.spaceId).given.push(happening)
    } else if (happening.what === 'acknowledged') {
      expect(sightOf(happening.browser, happening.life, happening.command.spaceId), happening)
    } else if (happening.what === 'seen') {
      const sight = sightOf(happening.browser, happening.life, happening.spaceId)
      return missing(sight, happening, spaces.get(happening.spaceId)?.events ?? [])
    }
    return []
  })
}

/** From this answer on the write has to be seen, if the browser could foresee it at all. */
function expect(sight: Sight, { command, answer }: Of<'acknowledged'>): void {
  const seq = answer.status === 'committed' && answer.at.find(({ spaceId }) => spaceId === command.spaceId)?.seq
  const given = sight.given.find((each) => each.command.commandId === command.commandId)
  const { latest } = sight
  if (!seq || !given || !latest || !effectOf(command, latest)?.(latest.view)) return
  sight.awaited.push({ command, seq, from: given.seen })
}

function missing(sight: Sight, seen: Seen, events: readonly Envelope[]): Breach[] {
  // Opened anew, a space begins with what the server or the disk has; another log may lack what this one acknowledged.
  if (sight.latest?.opening !== seen.opening || sight.latest.epoch !== seen.epoch) sight.awaited = []
  sight.latest = seen
  sight.awaited = sight.awaited.filter(({ seq }) => seq > seen.seq)
  return sight.awaited
    .filter((write) => !isOvertaken(write, events, sight.given) && effectOf(write.command, seen)?.(seen.view) === false)
    .map(({ command: { name, commandId }, seq }) => ({
      rule: 'ownWrites',
      how: `${seen.browser}: ${name} ${commandId.slice(-8)} (${seq}) at ${seen.seq}`,
    }))
}

const keys = ['threadId', 'taskId', 'columnId', 'documentId'] as const
const touched = (of: Readonly<Record<string, unknown>>): unknown[] =>
  keys.flatMap((key) => (of[key] === undefined ? [] : [of[key]]))

/** Something newer has been said of the same thing: by others on the way to it, or by the person since. */
function isOvertaken(
  { command, seq, from }: Awaited,
  events: readonly Envelope[],
  given: readonly { command: Given }[],
): boolean {
  const mine = touched(command.input)
  const concerns = (of: Readonly<Record<string, unknown>>): boolean => touched(of).some((id) => mine.includes(id))
  const onTheWay = events.filter(
    (event) => event.seq > from && event.seq < seq && event.commandId !== command.commandId,
  )
  const own = given.findIndex((each) => each.command.commandId === command.commandId)
  return (
    onTheWay.some(({ type, payload }) => type.startsWith('member.') || concerns(payload)) ||
    given.slice(own + 1).some((later) => concerns(later.command.input))
  )
}

/** How one sees that a command has had its effect; undefined where the browser can't foresee it. */
function effectOf({ name, input }: Given, seen: Seen): ((view: SpaceState) => boolean) | undefined {
  const threadId = String(input['threadId'])
  const taskId = String(input['taskId'])
  const columnId = String(input['columnId'])
  const documentId = String(input['documentId'])
  const effects: Record<string, (view: SpaceState) => boolean> = {
    'thread.start': ({ threads }) => threadId in threads,
    'thread.rename': ({ threads }) => threads[threadId]?.title === input['title'],
    'thread.resolve': ({ threads }) => Boolean(threads[threadId]?.resolvedAt),
    'thread.reopen': ({ threads }) => threads[threadId]?.resolvedAt === null,
    'thread.markRead': ({ reads }) => (reads[threadId] ?? 0) >= Number(input['number']),
    'message.post': ({ threads }) =>
      (threads[threadId]?.lastNumber ?? 0) > (seen.parts.threads[threadId]?.lastNumber ?? 0),
    'column.add': ({ board }) => columnId in board.columns,
    'column.change': ({ board }) => board.columns[columnId]?.name === input['name'],
    'column.remove': ({ board }) => !(columnId in board.columns),
    'task.create': ({ board }) => taskId in board.tasks,
    'task.move': ({ board }) => board.tasks[taskId]?.columnId === columnId,
    'task.edit': ({ board }) => board.tasks[taskId]?.title === input['title'],
    'task.delete': ({ board }) => !(taskId in board.tasks),
    'document.create': ({ documents }) => documentId in documents,
    'document.rename': ({ documents }) => documents[documentId]?.title === input['title'],
    'document.archive': ({ documents }) => Boolean(documents[documentId]?.archivedAt),
    'document.restore': ({ documents }) => documents[documentId]?.archivedAt === null,
  }
  return effects[name]
}
