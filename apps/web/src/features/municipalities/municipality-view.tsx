import { municipalityName, systemName } from '@kolo/i18n'
import {
  Avatar,
  Breadcrumbs,
  EmptyState,
  Facts,
  HealthBadge,
  LinkButton,
  PageHeader,
  Panel,
  Select,
  SkeletonList,
} from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { DoorOpen, Rocket, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useCountryName } from '../../lib/countries.ts'
import { Failure } from '../../lib/failure.tsx'
import { useNow } from '../../lib/now.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { usePeople } from '../../lib/people.tsx'
import { systemIn, useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { ContactsLine } from './contacts-line.tsx'
import { useKindAndLanguages } from './kinds-and-languages.ts'
import { PeersPanel } from './peers-panel.tsx'

type Profile = Outputs['municipalities']['byId']

type Props = {
  readonly reports: (municipalityId: string) => ReactNode
  /** A rollout's figures over time. */
  readonly indicators: (rolloutId: string) => ReactNode
  readonly documents: (municipalityId: string) => ReactNode
}

/** The page of a municipality: its rollouts, reports, figures and documents, profile, people in its seats, and peers. */
export function MunicipalityView({ reports, indicators, documents }: Props) {
  const { t } = useTexts('core')
  const { municipalityId = '' } = useParams({ strict: false })
  const { data: profile, error, refetch } = useQuery(trpc.municipalities.byId.queryOptions({ municipalityId }))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!profile)
    return (
      <div className="p-6">
        <SkeletonList label={t('core:loading')} />
      </div>
    )
  return (
    <div className="flex min-w-0 flex-col">
      <Head profile={profile} />
      <div className="mx-auto grid w-full max-w-6xl min-w-0 items-start gap-6 p-4 sm:p-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Rollouts rollouts={profile.rollouts} />
          {profile.rollouts.length > 0 && (
            <>
              {reports(municipalityId)}
              <Figures rollouts={profile.rollouts} indicators={indicators} />
            </>
          )}
          {documents(municipalityId)}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <ProfilePanel profile={profile} />
          {profile.seats && <Seats profile={profile} seats={profile.seats} />}
          <PeersPanel municipalityId={municipalityId} />
        </div>
      </div>
    </div>
  )
}

function Head({ profile }: { profile: Profile }) {
  const { t, rendition } = useTexts('municipalities')
  const countryName = useCountryName()
  const title = municipalityName(rendition, profile)
  usePageTitle(title)
  const above = (
    <Breadcrumbs
      label={t('municipalities:municipalities')}
      crumbs={[{ label: t('municipalities:municipalities'), href: '/municipalities' }, { label: title }]}
    />
  )
  const actions = profile.spaceId && (
    <LinkButton icon={DoorOpen} href={`/spaces/${profile.spaceId}`}>
      {t('municipalities:openSpace')}
    </LinkButton>
  )
  return <PageHeader title={title} above={above} description={countryName(profile.country)} actions={actions} />
}

function Rollouts({ rollouts }: { rollouts: Profile['rollouts'] }) {
  const { t, format } = useTexts('municipalities', 'rollouts', 'projects', 'systems')
  const now = useNow()
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const nameOf = (systemId: string, title: string): string => {
    const system = systems?.find(({ id }) => id === systemId)
    return system ? systemName(t, system) : title
  }
  return (
    <Panel title={t('municipalities:rollouts')} isFlush>
      {rollouts.length === 0 && <EmptyState icon={Rocket} title={t('municipalities:noRollouts')} />}
      <ul className="divide-y">
        {rollouts.map(({ id, title, systemId, spaceId, phase, health, progress, lastWordAt }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="flex min-w-0 flex-1 basis-60 flex-col">
              {spaceId ? (
                <Link to="/spaces/$spaceId/overview" params={{ spaceId }} className="font-medium hover:underline">
                  {nameOf(systemId, title)}
                </Link>
              ) : (
                <span className="font-medium">{nameOf(systemId, title)}</span>
              )}
              <span className="text-sm text-muted">
                {[
                  phase && t(`rollouts:${phase}`),
                  progress !== null && t('projects:progress', { percent: format.percent(progress / 100) }),
                  lastWordAt && t('projects:lastWord', { when: format.relative(lastWordAt, now) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <HealthBadge
              health={health ?? 'none'}
              label={health ? t(`rollouts:${health}`) : t('rollouts:unknownHealth')}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type FiguresProps = { readonly rollouts: Profile['rollouts']; readonly indicators: Props['indicators'] }

/** The figures of one rollout; where there are several, of the one that is chosen. */
function Figures({ rollouts, indicators }: FiguresProps) {
  const { t } = useTexts('municipalities')
  const titleOf = useRolloutTitles()
  const [chosen, setChosen] = useState(rollouts[0]?.id ?? '')
  const shown = rollouts.some(({ id }) => id === chosen) ? chosen : (rollouts[0]?.id ?? '')
  return (
    <section className="flex min-w-0 flex-col gap-2">
      {rollouts.length > 1 && (
        <Select
          label={t('municipalities:figuresOf')}
          placeholder={t('municipalities:figuresOf')}
          options={rollouts.map(({ id, title }) => ({ value: id, label: systemIn(titleOf(title)) }))}
          value={shown}
          onChange={setChosen}
        />
      )}
      {indicators(shown)}
    </section>
  )
}

function ProfilePanel({ profile }: { profile: Profile }) {
  const { t, format } = useTexts('municipalities')
  const countryName = useCountryName()
  const unknown = <span className="text-muted">{t('municipalities:notKnown')}</span>
  const { kind, languages } = useKindAndLanguages(profile)
  const { name, nameLocal, country, code, region, registeredVoters, developmentLevel, latitude, longitude } = profile
  const degrees = (value: number) => format.number(value, { maximumFractionDigits: 4 })
  return (
    <Panel title={t('municipalities:profile')}>
      <Facts
        facts={[
          { label: t('municipalities:name'), value: name },
          { label: t('municipalities:nameLocal'), value: nameLocal },
          { label: t('municipalities:kind'), value: kind ?? unknown },
          { label: t('municipalities:country'), value: countryName(country) },
          { label: t('municipalities:code'), value: code ?? unknown },
          { label: t('municipalities:region'), value: region ?? unknown },
          {
            label: t('municipalities:voters'),
            value: registeredVoters === null ? unknown : format.number(registeredVoters),
          },
          { label: t('municipalities:developmentLevel'), value: developmentLevel ?? unknown },
          {
            label: t('municipalities:languages'),
            value: languages ?? unknown,
          },
          { label: t('municipalities:coordinates'), value: `${degrees(latitude)}° · ${degrees(longitude)}°` },
        ]}
      />
    </Panel>
  )
}

function Seats({ profile, seats }: { profile: Profile; seats: NonNullable<Profile['seats']> }) {
  const { t } = useTexts('municipalities', 'roles')
  const { lookup } = usePeople()
  return (
    <Panel title={t('municipalities:people')} isFlush>
      {seats.length === 0 && <EmptyState icon={Users} title={t('municipalities:noPeople')} />}
      <ul className="divide-y">
        {seats.map(({ seat, people }) => (
          <li key={seat} className="flex flex-col gap-1 px-4 py-2">
            <span className="text-sm text-muted">{t(`roles:${seat}`)}</span>
            {people.length === 0 && <span>{t('roles:seatVacant')}</span>}
            {people.map(({ id, name }) => (
              <span key={id} className="flex items-center gap-2">
                <Avatar name={name} color={lookup(id).color} />
                {name}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {profile.contacts && seats.length > 0 && <ContactsLine profile={profile} contacts={profile.contacts} />}
    </Panel>
  )
}
