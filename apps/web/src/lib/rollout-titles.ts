import { municipalityName, systemName } from '@kolo/i18n'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTexts } from './texts.tsx'
import { trpc } from './trpc.ts'

const joint = ' · '

/** The system's part of a title, where the municipality is known from what stands around it. */
export const systemIn = (title: string): string =>
  title.includes(joint) ? title.slice(0, title.lastIndexOf(joint)) : title

/** Says a rollout's title in the rendition: known systems and municipalities have a name in each, the rest stays as it is. */
export function useRolloutTitles(): (title: string) => string {
  const { t, rendition } = useTexts('systems')
  const { data: municipalities } = useQuery({ ...trpc.municipalities.list.queryOptions({}), staleTime: Infinity })
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: Infinity })
  const names = useMemo(() => {
    const places = new Map((municipalities ?? []).map((row) => [row.name, municipalityName(rendition, row)]))
    return { places, kinds: new Map((systems ?? []).map((row) => [row.name, systemName(t, row)])) }
  }, [municipalities, systems, rendition, t])
  return useCallback(
    (title) => {
      const at = title.lastIndexOf(joint)
      if (at < 0) return title
      const [system, place] = [title.slice(0, at), title.slice(at + joint.length)]
      return `${names.kinds.get(system) ?? system}${joint}${names.places.get(place) ?? place}`
    },
    [names],
  )
}
