import { municipalityName, stageName, systemName } from '@kolo/i18n'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'

/** What a space is called: `title`, and for a rollout its municipality apart, by which lists of rollouts are read. */
export type SpaceName = {
  readonly title: string
  readonly place: string | null
  readonly system: string | null
  readonly position: number
}

type Named = { readonly id: string; readonly kind: string | null; readonly title: string }

/** Names spaces in the rendition: known stages, systems and municipalities have a name in each, the rest its own title. */
export function useSpaceNames(): (space: Named) => SpaceName {
  const { t, rendition } = useTexts('spaces', 'stages', 'systems')
  const { data: projects } = useQuery(trpc.projects.mine.queryOptions({}))
  const navigations = useQueries({
    queries: (projects ?? []).map((project) => trpc.projects.navigation.queryOptions({ projectId: project.id })),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data] : [])),
  })
  const { data: municipalities } = useQuery({ ...trpc.municipalities.list.queryOptions({}), staleTime: Infinity })
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: Infinity })

  const { known: names, byName } = useMemo(() => {
    const places = new Map((municipalities ?? []).map((row) => [row.id, municipalityName(rendition, row)]))
    const byName = new Map((municipalities ?? []).map((row) => [row.name, municipalityName(rendition, row)]))
    const kinds = new Map((systems ?? []).map((row) => [row.id, systemName(t, row)]))
    const known = new Map<string, SpaceName>()
    for (const navigation of navigations) {
      for (const stage of navigation.stages) {
        if (stage.spaceId === null) continue
        known.set(stage.spaceId, { title: stageName(t, stage), place: null, system: null, position: stage.position })
      }
      for (const rollout of navigation.rollouts) {
        const place = places.get(rollout.municipalityId)
        const system = kinds.get(rollout.systemId)
        if (place && system) known.set(rollout.spaceId, { title: `${system} · ${place}`, place, system, position: 0 })
      }
    }
    return { known, byName }
  }, [navigations, municipalities, systems, rendition, t])

  return useCallback(
    (space) => {
      const known = names.get(space.id)
      if (known) return known
      const ofKind = {
        network: t('spaces:network'),
        coordination: t('spaces:coordination'),
        commons: t('spaces:commons'),
        // It bears the municipality's name.
        municipality: byName.get(space.title),
      } as Partial<Record<string, string>>
      return { title: ofKind[space.kind ?? ''] ?? space.title, place: null, system: null, position: 0 }
    },
    [names, byName, t],
  )
}

/** The name of a space in one line. */
export function useSpaceTitle(): (space: Named) => string {
  const nameOf = useSpaceNames()
  return useCallback((space) => nameOf(space).title, [nameOf])
}
