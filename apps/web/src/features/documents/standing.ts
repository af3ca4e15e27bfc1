import type { HocuspocusProvider } from '@hocuspocus/provider'

/** How it stands with the line and with what was written. */
export type DocumentStatus =
  | 'connecting'
  | 'saved'
  | 'saving'
  /** No line: what is written waits in this page. */
  | 'waiting'
  /** The server doesn't take what was written here. */
  | 'refused'
  /** Absent, or closed to the person. */
  | 'unreachable'

/** Why the server doesn't take what was written: the change or the whole document is too large, or the person may no longer write. */
export type RefusedFor = 'change' | 'full' | 'rights'

/** What the screen shows of a connection; replaced when something changes. */
export type Connection = {
  readonly status: DocumentStatus
  /** With `refused`. */
  readonly refusedFor?: RefusedFor | undefined
  readonly readOnly: boolean
  /** The page is older or newer than the server: it may only read. */
  readonly outdated: boolean
  /** Hardly anything more fits into the document. */
  readonly full?: boolean
  /** The text has been here since the page was opened. */
  readonly loaded: boolean
  /** Something that was written here isn't saved: the page shouldn't be closed. */
  readonly unsaved?: boolean
  /** That, as plain text. */
  readonly unsavedWords?: () => string
}

/** How it stands before anything is heard. */
export const beginning: Connection = { status: 'connecting', readOnly: true, outdated: false, loaded: false }

/** What is needed of a provider, so that a test can be one. */
export type Told = Pick<HocuspocusProvider, 'isAuthenticated' | 'isSynced' | 'hasUnsyncedChanges'> & {
  on(event: string, listener: (told: never) => void): unknown
  readonly awareness: { getLocalState(): object | null; setLocalState(state: object): void } | null
  readonly document: { on(event: 'update', listener: (update: Uint8Array, origin: unknown) => void): void }
}

// A line that ended by itself because a frame was larger than the server reads.
const tooBigToRead = 1009
const syncStatus = 8
const refusedChanges = new Set(['tooLarge', 'tooDeep', 'malformed', 'unplaced'])

const whyRefused = ({ code, reason = '' }: { code?: number; reason?: string }): RefusedFor | undefined => {
  if (reason === 'documentTooLarge') return 'full'
  return code === tooBigToRead || refusedChanges.has(reason) ? 'change' : undefined
}

/** `closed` is told when the document, or its line, was closed though nothing is wrong with what was written. */
type Surroundings = { readonly isOnline?: () => boolean; readonly closed?: () => void }

/**
 * Turns what the provider tells into one word. *Saved* is said only after the server has acknowledged everything, and what
 * it has refused is never shown as if it were there. Gives a way to weigh anew when the network comes or goes.
 */
export function followProvider(
  provider: Told,
  state: () => Connection,
  show: (change: Partial<Connection>) => void,
  { isOnline = () => navigator.onLine, closed = () => undefined }: Surroundings = {},
): () => void {
  const isFinal = (): boolean =>
    state().status === 'unreachable' || (state().status === 'refused' && state().refusedFor !== 'rights')
  const weigh = (): void => {
    if (isFinal()) return
    // Rights that have ended may come back; until then what was written stays refused, also without a line.
    if (state().status === 'refused' && state().readOnly && provider.hasUnsyncedChanges) return
    const { loaded } = state()
    const cut = !provider.isAuthenticated || (!isOnline() && provider.hasUnsyncedChanges)
    if (cut) show({ status: loaded ? 'waiting' : 'connecting', refusedFor: undefined })
    else if (!provider.isSynced || provider.hasUnsyncedChanges)
      show({ status: loaded ? 'saving' : 'connecting', refusedFor: undefined })
    else show({ status: 'saved', loaded: true, unsaved: false, refusedFor: undefined })
  }
  const refuse = (refusedFor: RefusedFor): void => show({ status: 'refused', refusedFor, readOnly: true })

  provider.document.on('update', (_update, origin) => {
    // What the editor tidies up by itself where nobody may write isn't anybody's words.
    if (origin !== provider && !state().readOnly) show({ unsaved: true })
  })
  provider.on('authenticated', ({ scope }: { scope: string }) => {
    const readOnly = scope === 'readonly'
    // Until the server has said what it thinks of what was written.
    const stays = state().status === 'refused' && readOnly
    const status = stays ? 'refused' : state().loaded ? 'saving' : 'connecting'
    show({ readOnly, outdated: false, full: false, status, refusedFor: stays ? state().refusedFor : undefined })
    // The others are told anew, with a newer clock than before the line was cut.
    provider.awareness?.setLocalState(provider.awareness.getLocalState() ?? {})
  })
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
    if (reason !== 'notFound') return
    if (state().unsaved) refuse('rights')
    else show({ status: 'unreachable' })
  })
  provider.on('stateless', ({ payload }: { payload: string }) => {
    if (payload.includes('"outdated"')) show({ outdated: true, readOnly: true })
    if (payload.includes('"full"')) show({ full: true })
  })
  provider.on('message', ({ message }: { message: Heard }) => {
    if (refusesChange(message) && state().readOnly && state().unsaved) refuse('rights')
  })
  provider.on('synced', weigh)
  provider.on('unsyncedChanges', weigh)
  provider.on('disconnect', weigh)
  provider.on('close', ({ event }: { event: { code?: number; reason?: string } }) => {
    const why = whyRefused(event)
    if (why) return refuse(why)
    weigh()
    closed()
  })
  return weigh
}

/** A frame as the provider reads it. */
type Heard = { readVarString(): string; readVarUint(): number }

/** Whether it is the server's no to a change; the provider itself hears only the yes. */
const refusesChange = (message: Heard): boolean => {
  message.readVarString()
  return message.readVarUint() === syncStatus && message.readVarUint() === 0
}
