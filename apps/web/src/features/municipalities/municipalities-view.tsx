import { compareNames, municipalityName } from '@kolo/i18n'
import { Badge, EmptyState, LinkButton, PageHeader, SearchField, Select, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileUp, MapPinned, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useCountryName } from '../../lib/countries.ts'
import { Failure } from '../../lib/failure.tsx'
import { useSession } from '../../lib/session.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { found, type Municipality, searchable } from './search.ts'

const everywhere = 'all'

/** All municipalities of the catalogue, found in whatever script one types. */
export function MunicipalitiesView() {
  const { t } = useTexts('municipalities', 'core')
  const { data, error, refetch } = useQuery({ ...trpc.municipalities.list.queryOptions({}), staleTime: 300_000 })
  const session = useSession()
  usePageTitle(t('municipalities:municipalities'))
  const importing = session.networkSpaceId && (
    <LinkButton icon={FileUp} href="/admin/municipalities/import">
      {t('municipalities:import')}
    </LinkButton>
  )
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader title={t('municipalities:municipalities')} actions={importing} />
      <div className="mx-auto w-full max-w-4xl p-4 sm:p-6">
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonList label={t('core:loading')} rows={10} />
        ) : data.length === 0 ? (
          <EmptyState icon={MapPinned} title={t('municipalities:empty')} action={importing} />
        ) : (
          <Found municipalities={data} />
        )}
      </div>
    </div>
  )
}

function Found({ municipalities }: { municipalities: readonly Municipality[] }) {
  const { t, rendition } = useTexts('municipalities', 'core')
  const countryName = useCountryName()
  const [typed, setTyped] = useState('')
  const [country, setCountry] = useState<string>(everywhere)
  const all = useMemo(() => {
    const byName = compareNames(rendition)
    return searchable(
      municipalities.toSorted((a, b) => byName(municipalityName(rendition, a), municipalityName(rendition, b))),
    )
  }, [municipalities, rendition])
  const countries = [...new Set(municipalities.map((municipality) => municipality.country))]
  const shown = found(all, typed, country === everywhere ? null : country)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <SearchField
          label={t('municipalities:searchPlaceholder')}
          value={typed}
          onChange={setTyped}
          className="min-w-48 flex-1"
        />
        <Select
          label={t('municipalities:country')}
          isLabelHidden
          placeholder={t('municipalities:allCountries')}
          options={[
            { value: everywhere, label: t('municipalities:allCountries') },
            ...countries.map((code) => ({ value: code, label: countryName(code) })),
          ]}
          value={country}
          onChange={setCountry}
          className="w-44"
        />
      </div>
      <p role="status" className="text-sm text-muted">
        {t('municipalities:count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon={SearchX} title={t('core:noMatches')} />
      ) : (
        <ul className="divide-y rounded border bg-surface">
          {shown.map((municipality) => (
            <Row key={municipality.id} municipality={municipality} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({ municipality }: { municipality: Municipality }) {
  const { t, rendition } = useTexts('municipalities')
  const countryName = useCountryName()
  const shown = municipalityName(rendition, municipality)
  const other = shown === municipality.name ? municipality.nameLocal : municipality.name
  return (
    <li>
      <Link
        to="/municipalities/$municipalityId"
        params={{ municipalityId: municipality.id }}
        className="flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          {shown} {other !== shown && <span className="text-sm text-muted">{other}</span>}
        </span>
        {municipality.organizationId && <Badge tone="action">{t('municipalities:takesPart')}</Badge>}
        <span className="text-sm text-muted">{countryName(municipality.country)}</span>
      </Link>
    </li>
  )
}
