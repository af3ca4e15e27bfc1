import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { trpc } from './trpc.ts'

/** A person as names, avatars and carets show one. */
export type ShownPerson = {
  readonly id: string
  readonly name: string
  /** Six digits, the organization's. */
  readonly color: string
  readonly organizationName: string | null
}

/** Looks people up by id, among those whom I share a project with. */
export function usePeople(): { readonly all: readonly ShownPerson[]; lookup(personId: string): ShownPerson } {
  const { data: people } = useQuery({ ...trpc.people.directory.queryOptions({}), staleTime: 60_000 })
  const { data: organizations } = useQuery({ ...trpc.organizations.directory.queryOptions({}), staleTime: 60_000 })
  const byId = useMemo(() => {
    const names = new Map((organizations ?? []).map((organization) => [organization.id, organization.name]))
    return new Map(
      (people ?? []).map(({ id, name, color, organizationId }) => [
        id,
        { id, name, color, organizationName: organizationId ? (names.get(organizationId) ?? null) : null },
      ]),
    )
  }, [people, organizations])
  const lookup = useCallback(
    (id: string) => byId.get(id) ?? { id, name: '…', color: '#8c8371', organizationName: null },
    [byId],
  )
  const all = useMemo(() => [...byId.values()], [byId])
  return { all, lookup }
}
