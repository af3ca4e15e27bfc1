import type { Actor } from '@kolo/domain/core/decide'
import type { CommandDefinition } from '@kolo/domain/core/command'
import type { Part } from '@kolo/domain/core/part'
import { strongest } from '@kolo/domain/core/roles'
import type { SpaceState } from '@kolo/domain/events/parts'
import {
  type Answer,
  browserDisk,
  browserTabs,
  type Connection,
  createSyncClient,
  knowsTabs,
  memoryDisk,
  type OpenSpace,
  type OutboxItem,
  sharedWire,
  soleTab,
  type SyncClient,
} from '@kolo/sync'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { z } from 'zod'
import { fetcher } from './fetcher.ts'
import { hubNow } from './hub-clock.ts'
import { keepAnswers, type KeepsAnswers } from './keep-answers.ts'
import { asksBeforeClosing } from './leaving.ts'
import { unsavedDocuments } from './unsaved-documents.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { pageIsOf } from './page-of.ts'
import { type Inputs, queryClient } from './trpc.ts'
import { openWire } from './wire.ts'

type Hub = { readonly client: SyncClient; readonly personId: string; readonly keepsAnswers: Promise<KeepsAnswers> }
const HubContext = createContext<Hub | undefined>(undefined)

let opened: Hub | undefined

// Spread out, since one change may concern everybody who is here.
const breath = () => new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 500))
const refresh = oneAtATime(() => queryClient.invalidateQueries({}, { cancelRefetch: false }), breath)

// The address of this very code has its hash, and that of all that it imports: the folds too.
const build = import.meta.url

/** One for the page: whatever suspends below the provider makes React begin it anew, and each hub has a socket of its own. */
function hubOf(personId: string): Hub {
  if (opened?.personId === personId) return opened
  pageIsOf(personId)
  const disk = 'indexedDB' in globalThis ? browserDisk(personId) : memoryDisk()
  // Tabs of another build speak another language: each build has a leader of its own.
  const tabs = knowsTabs() ? browserTabs(`kolo ${personId}`, build) : soleTab()
  const wire = sharedWire(tabs, () => openWire(personId))
  // What nobody foresaw the page reports as what nobody has caught.
  const client = createSyncClient({ personId, fetcher, wire, disk, tabs, build, now: hubNow, onError: reportError })
  opened = { personId, client, keepsAnswers: keepAnswers(queryClient, disk.answers, build) }
  return opened
}

/** Gives the signed-in person's hub to everything below. */
export function HubProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const hub = hubOf(personId)
  // A few milliseconds from the disk: what was shown last is there before anything asks.
  const answers = use(hub.keepsAnswers)
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    clearTimeout(closing.current)
    // Lists across spaces are refreshed by hints, never folded.
    const stop = hub.client.onHint(refresh)
    const stopLeaving = hub.client.onSignedOut(() => location.assign('/sign-in'))
    const stopWatching = watchPage(hub.client, answers)
    return () => {
      stop()
      stopLeaving()
      stopWatching()
      // Strict mode takes effects back and runs them again at once: only what stays away is closed.
      closing.current = setTimeout(() => {
        if (opened === hub) opened = undefined
        hub.client.close()
      })
    }
  }, [hub, answers])
  return <HubContext value={hub}>{children}</HubContext>
}

/** Follows the network and the page's end: what isn't sent yet is told before it is closed. */
function watchPage({ outbox, keep, outdated }: SyncClient, answers: KeepsAnswers): () => void {
  const watching = new AbortController()
  const { signal } = watching
  window.addEventListener('online', () => outbox.wake(), { signal })
  const keepAll = (): void => {
    void keep()
    answers.now()
  }
  window.addEventListener('pagehide', keepAll, { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll(), { signal })
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (asksBeforeClosing(outbox.items(), outdated(), unsavedDocuments().length)) event.preventDefault()
    },
    { signal },
  )
  return () => watching.abort()
}

/** The hub of the signed-in person. */
export function useHub(): Hub {
  const hub = use(HubContext)
  if (!hub) throw new Error('useHub needs a HubProvider above it.')
  return hub
}

type Mutation<Path extends string> = Path extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Inputs
    ? Verb extends keyof Inputs[Noun]
      ? Inputs[Noun][Verb] extends { commandId: string; input: unknown }
        ? Path
        : never
      : never
    : never
  : never

/** Sends a command: shown at once, retried until it is answered; the answer says committed or refused. */
export type Send = <Name extends string, Input extends z.ZodType, State, const Path extends string>(
  definition: CommandDefinition<Name, Input, State>,
  path: Mutation<Path> & Path,
  input: z.input<Input> & { readonly spaceId: string },
) => Promise<Answer>

/** The way every change goes out. */
export function useSend(): Send {
  const { client } = useHub()
  return useCallback<Send>(
    (definition, path, input) => client.send({ spaceId: input.spaceId, name: definition.name, path, input }),
    [client],
  )
}

/** A space as a view sees it: its folded state, who I am in it, and who else is here. */
export type SpaceView = {
  readonly spaceId: string
  readonly status: ReturnType<OpenSpace['status']>
  readonly state: SpaceState | undefined
  /** For the policies: `can.reply(me)`. */
  readonly me: Actor
  readonly present: ReturnType<OpenSpace['present']>
}

/** A space for as long as a view uses it, and a while longer. */
function useOpen(spaceId: string): OpenSpace {
  const { client } = useHub()
  const space = useMemo(() => client.open(spaceId), [client, spaceId])
  useEffect(() => space.hold(), [space])
  return space
}

/** Opens a space (or finds it open) and follows it. */
export function useSpace(spaceId: string): SpaceView {
  const { client, personId } = useHub()
  const space = useOpen(spaceId)
  const state = useSyncExternalStore(space.replica.subscribe, space.replica.view)
  const status = useSyncExternalStore(client.subscribe, space.status)
  const present = useSyncExternalStore(client.subscribe, space.present)
  return useMemo(() => {
    const held =
      state?.space.members.filter((member) => member.personId === personId).map((member) => member.role) ?? []
    return { spaceId, status, state, present, me: { personId, role: strongest(held) } }
  }, [spaceId, status, state, present, personId])
}

/** Keeps something loaded as of a seq (a page of messages) current by the space's events. */
export function useBrought<State>(
  spaceId: string,
  part: Part<State>,
  loaded: (State & { readonly seq: number }) | undefined,
): State | undefined {
  const { replica } = useOpen(spaceId)
  // Not the view, which an event leaves as it is when it concerns only what is brought: a changed message.
  const version = useSyncExternalStore(replica.subscribe, replica.version)
  return useMemo(
    () => (loaded && version > 0 ? replica.bring(part, loaded, loaded.seq) : loaded),
    [replica, part, loaded, version],
  )
}

/** How it stands with the line to the hub. */
export function useConnection(): Connection {
  const { client } = useHub()
  return useSyncExternalStore(client.subscribe, client.connection)
}

/** What hasn't been saved yet, and what was refused. */
export function useOutbox(): {
  readonly items: readonly OutboxItem[]
  discard(commandId: string): void
  /** Sends a refused command again; `input` are the mended words. */
  resend: SyncClient['resend']
} {
  const { client } = useHub()
  const items = useSyncExternalStore(client.outbox.subscribe, client.outbox.items)
  return { items, discard: client.outbox.discard, resend: client.resend }
}
