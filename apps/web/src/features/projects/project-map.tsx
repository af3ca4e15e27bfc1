import { municipalityName } from '@kolo/i18n'
import { type MapPoint, MunicipalityMap } from '@kolo/charts'
import { HealthMark, Panel, Skeleton } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCountryName } from '../../lib/countries.ts'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** The municipalities of a project on the map, by the health that needs most care; the same as a list for the keyboard. */
export function ProjectMap({ projectId }: { projectId: string }) {
  const { t, rendition } = useTexts('projects', 'rollouts', 'core')
  const countryName = useCountryName()
  const navigate = useNavigate()
  const { data, error, refetch, isPending } = useQuery(trpc.projects.map.queryOptions({ projectId }))
  const labels = {
    onTrack: t('rollouts:onTrack'),
    atRisk: t('rollouts:atRisk'),
    offTrack: t('rollouts:offTrack'),
    none: t('rollouts:unknownHealth'),
  }
  const points: MapPoint[] = (data ?? []).map((municipality) => ({
    id: municipality.id,
    name: municipalityName(rendition, municipality),
    latitude: municipality.latitude,
    longitude: municipality.longitude,
    health: municipality.health ?? 'none',
  }))
  return (
    <Panel title={t('projects:map')}>
      {isPending ? (
        <Skeleton className="h-64 w-full" />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <MunicipalityMap
          points={points}
          className="flex flex-col gap-3 [&>svg]:max-h-112 [&>svg]:w-full [&>svg+svg]:max-h-72"
          onSelect={(id) => void navigate({ to: '/municipalities/$municipalityId', params: { municipalityId: id } })}
          labels={{
            westernBalkans: t('projects:mapWesternBalkans'),
            georgia: countryName('GE'),
            point: (point) => `${point.name}: ${labels[point.health]}`,
          }}
          table={<PointList points={points} labels={labels} />}
        />
      )}
    </Panel>
  )
}

function PointList({
  points,
  labels,
}: {
  points: readonly MapPoint[]
  labels: Readonly<Record<MapPoint['health'], string>>
}) {
  const { t } = useTexts('projects')
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 text-muted">{t('projects:mapAsTable')}</summary>
      <ul className="flex flex-col">
        {points.map((point) => (
          <li key={point.id} className="flex items-center gap-2 py-1">
            <HealthMark health={point.health} size={10} />
            <Link
              to="/municipalities/$municipalityId"
              params={{ municipalityId: point.id }}
              className="flex-1 hover:underline"
            >
              {point.name}
            </Link>
            <span className="text-muted">{labels[point.health]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
