import { createSyncClient, type Disk, memoryDisk, type OpenSpace, type Replica, type SyncClient } from '@kolo/sync'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import type { Given, Happening } from './history.ts'
import { type Link, openLink } from './link.ts'
import type { Server } from './server.ts'

/** A person's browser without a browser: the client of the hub on a hostile network, and a person who looks at it. */
export type Browser = {
  readonly name: string
  readonly personId: string
  readonly link: Link
  readonly client: SyncClient
  space(spaceId: string): OpenSpace
  give(command: Omit<Given, 'commandId'> & { readonly path: string }): void
  /** The page is loaded again, or has crashed before; only the disk stays. */
  reload(crashed: boolean): void
  keeps(spaceId: string): Promise<boolean>
  /** Opens what has been opened to the person again. */
  lookAgain(): Promise<void>
  end(): void
}

/** What the parts of a run share. */
export type Stage = {
  readonly server: Server
  readonly clock: Clock
  readonly history: Happening[]
  /** Stands between what the client holds and what the person sees. */
  readonly lens?: (replica: Replica) => Pick<Replica, 'confirmed' | 'view'>
  /** Stands between the client and its disk. */
  readonly disk?: (disk: Disk) => Disk
}

type Life = {
  readonly number: number
  readonly link: Link
  readonly client: SyncClient
  readonly spaces: Map<string, OpenSpace>
}

/** Opens a browser for a person, with these spaces. */
export function openBrowser(
  stage: Stage,
  who: {
    readonly name: string
    readonly personId: string
    readonly spaceIds: readonly string[]
    readonly chance: Chance
    /** Milliseconds by which the computer's clock is wrong. */
    readonly wrongBy: number
  },
): Browser {
  const { server, clock, history } = stage
  const { name, personId, spaceIds, chance, wrongBy } = who
  const disk = stage.disk?.(memoryDisk()) ?? memoryDisk()
  let openings = 0
  let lives = 0

  const open = (life: Life, spaceId: string): void => {
    const space = life.client.open(spaceId)
    life.spaces.set(spaceId, space)
    openings += 1
    watch(stage, space.replica, { browser: name, life: life.number, opening: openings })
  }
  const begin = (): Life => {
    const number = (lives += 1)
    const link = openLink({ server, clock, chance, history, who: { browser: name, life: number, personId } })
    let over = false
    const call = async (item: Parameters<typeof link.fetcher.call>[0]) => {
      const answer = await link.fetcher.call(item)
      if (answer.status !== 'unknown') {
        const { commandId, spaceId, name: command, input } = item
        const given = { commandId, spaceId, name: command, input: input as Given['input'] }
        history.push({ what: 'acknowledged', browser: name, life: number, command: given, answer })
      }
      return answer
    }
    const client = createSyncClient({
      personId,
      fetcher: { ...link.fetcher, call },
      wire: link.wire,
      disk,
      now: () => new Date(Date.parse(clock.iso()) + wrongBy).toISOString(),
      later: (work, milliseconds) => clock.later(() => void (over || work()), milliseconds),
      random: () => chance.next(),
    })
    const made: Life = {
      number,
      client,
      spaces: new Map(),
      link: {
        ...link,
        end() {
          over = true
          link.end()
        },
      },
    }
    for (const spaceId of spaceIds) open(made, spaceId)
    client.onHint(() => void clock.hold(lookAgain()))
    return made
  }
  const lookAgain = async (): Promise<void> => {
    const asking = life
    for (const [spaceId, space] of asking.spaces)
      if (space.status() === 'forbidden' && (await server.isMember(personId, spaceId)) && asking === life)
        open(asking, spaceId)
  }
  let life = begin()
  return {
    name,
    personId,
    get link() {
      return life.link
    },
    get client() {
      return life.client
    },
    space: (spaceId) => life.spaces.get(spaceId)!,
    give(command) {
      const seen = life.spaces.get(command.spaceId)?.replica.confirmed()?.seq ?? 0
      const before = history.length
      void life.client.send(command)
      const { commandId } = life.client.outbox.items().at(-1)!
      const { path: _path, ...given } = { ...command, commandId }
      // The client draws the id, and shows the effect before it says which: the command comes first nevertheless.
      history.splice(before, 0, { what: 'given', browser: name, life: life.number, seen, command: given })
    },
    reload(crashed) {
      if (!crashed) life.client.close()
      life.link.end()
      life = begin()
    },
    keeps: async (spaceId) => (await disk.spaces.load(spaceId)) !== undefined,
    lookAgain,
    end: () => life.link.end(),
  }
}

function watch(
  { history, lens }: Stage,
  replica: Replica,
  who: { readonly browser: string; readonly life: number; readonly opening: number },
): void {
  const shown = lens?.(replica) ?? replica
  replica.subscribe(() => {
    const confirmed = shown.confirmed()
    const view = shown.view()
    if (!confirmed || !view) return
    const { epoch, seq, parts } = confirmed
    history.push({ what: 'seen', ...who, spaceId: replica.spaceId, epoch, seq, parts, view })
  })
}
