import { browserDisk } from '@kolo/sync'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { refusalOf } from './refusal.ts'
import { api, type Outputs, trpc } from './trpc.ts'

/** The person who is signed in. */
export type Session = NonNullable<Outputs['sessions']['current']['person']>
const SessionContext = createContext<Session | undefined>(undefined)

const place = 'kolo-session'

/** Who is signed in; where nobody answers, who was when the server last said. What they may see is for the server to say. */
async function currentPerson(): Promise<Outputs['sessions']['current']> {
  try {
    const answer = await api.sessions.current.query()
    await forgetOthers(answer.person?.id)
    if (answer.person) localStorage.setItem(place, JSON.stringify(answer.person))
    return answer
  } catch (error) {
    const kept = localStorage.getItem(place)
    if (refusalOf(error) || kept === null) throw error
    return { person: JSON.parse(kept) as Session }
  }
}

/**
 * Whose session was ended elsewhere, or by somebody else who signed in here: what they saw leaves the disk, as when signing
 * out; what is unsent waits for them.
 */
async function forgetOthers(personId: string | undefined): Promise<void> {
  const kept = localStorage.getItem(place)
  const before = kept === null ? undefined : (JSON.parse(kept) as Session).id
  if (before === undefined || before === personId) return
  localStorage.removeItem(place)
  if (!('indexedDB' in globalThis)) return
  await browserDisk(before)
    .wipe()
    // A disk that can't be emptied holds nothing either: it takes nothing.
    .catch(() => undefined)
}

/** Forgets who is signed in: the next start asks the server. */
export const forgetSession = (): void => localStorage.removeItem(place)

/** How to ask who is signed in: once, also where the browser knows of no network (paused, the page would wait for ever). */
export const currentPersonOptions = queryOptions({
  ...trpc.sessions.current.queryOptions(),
  queryFn: currentPerson,
  networkMode: 'always',
  staleTime: Infinity,
})

/** Who is signed in, or null; suspends until the server, or without a network this device, has said. */
export const useCurrentPerson = (): Session | null => useSuspenseQuery(currentPersonOptions).data.person

/** Gives the signed-in person to everything below. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The signed-in person; below the shell there always is one. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it.')
  return session
}
