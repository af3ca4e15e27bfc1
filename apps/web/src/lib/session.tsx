import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { type Outputs, trpc } from './trpc.ts'

/** The person who is signed in. */
export type Session = NonNullable<Outputs['sessions']['current']['person']>
const SessionContext = createContext<Session | undefined>(undefined)

/** Who is signed in, or null; suspends until the server has said. */
export function useCurrentPerson(): Session | null {
  return useSuspenseQuery({ ...trpc.sessions.current.queryOptions(), staleTime: Infinity }).data.person
}

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
