import { daysBetween } from '@kolo/domain/core/days'
import { can } from '@kolo/domain/stages/stages.policy'
import { isLate, type Stage } from '@kolo/domain/stages/stages'
import { Avatar, Badge, Facts, Panel, ProgressBar, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Diamond, Eye, EyeOff, FileText } from 'lucide-react'
import { useSpace } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { StageActions } from './stage-actions.tsx'

/** The facts of a stage, in the first tab of its space. They stand in the commons, which every member of the stage sees. */
export function StageOverview({ spaceId, projectId }: { spaceId: string; projectId: string }) {
  const { t } = useTexts('core')
  const { data: navigation } = useQuery(trpc.projects.navigation.queryOptions({ projectId }))
  if (!navigation?.commonsSpaceId) return <SkeletonList label={t('core:loading')} rows={4} />
  return <StageFacts spaceId={spaceId} commonsSpaceId={navigation.commonsSpaceId} slug={navigation.slug} />
}

type Organizations = Outputs['projects']['overview']['organizations']

function StageFacts({ spaceId, commonsSpaceId, slug }: { spaceId: string; commonsSpaceId: string; slug: string }) {
  const { t } = useTexts('core')
  const { state, me } = useSpace(commonsSpaceId)
  const { data: overview } = useQuery(trpc.projects.overview.queryOptions({ slug }))
  const stage = Object.values(state?.stages ?? {}).find((one) => one.spaceId === spaceId)
  if (!stage) return <SkeletonList label={t('core:loading')} rows={4} />
  const organizations = overview?.organizations ?? []
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-2">
        <StateBadge stage={stage} />
        <span className="flex-1" />
        {can.run(me) && <StageActions stage={stage} commonsSpaceId={commonsSpaceId} organizations={organizations} />}
      </div>
      <div className="grid items-start gap-6 md:grid-cols-2">
        <DatesAndLead stage={stage} organizations={organizations} />
        <div className="flex flex-col gap-6">
          <Items
            title={t('stages:deliverables')}
            items={stage.deliverables}
            icon={FileText}
            empty={t('stages:noDeliverables')}
          />
          <Items title={t('stages:criteria')} items={stage.gate} icon={Diamond} empty="" />
        </div>
      </div>
    </div>
  )
}

const tones = { planned: 'neutral', active: 'action', atGate: 'attention', completed: 'success' } as const

function StateBadge({ stage }: { stage: Stage }) {
  const { t, format } = useTexts('stages', 'core')
  const now = useNow()
  return (
    <>
      <Badge tone={tones[stage.state]}>{t(`stages:${stage.state}`)}</Badge>
      {isLate(stage, format.calendarDay(now)) && (
        <Badge tone="attention">{t('stages:late', { date: format.relativeDay(stage.endsOn, now) })}</Badge>
      )}
      {stage.openedAt ? (
        <Badge icon={Eye}>{t('stages:openedToMunicipalities')}</Badge>
      ) : (
        <Badge icon={EyeOff}>{t('stages:partnersOnly')}</Badge>
      )}
    </>
  )
}

function DatesAndLead({ stage, organizations }: { stage: Stage; organizations: Organizations }) {
  const { t, format } = useTexts('stages')
  const today = format.calendarDay(useNow())
  const { startsOn, endsOn, originalStartsOn, originalEndsOn } = stage
  const lead = organizations.find(({ id }) => id === stage.leadOrganizationId)
  const share = daysBetween(startsOn, today) / Math.max(1, daysBetween(startsOn, endsOn))
  const facts = [
    { label: t('stages:dates'), value: format.dateRange(startsOn, endsOn) },
    ...(originalStartsOn && originalEndsOn
      ? [
          {
            label: '',
            value: (
              <span className="text-sm text-muted">
                {t('stages:originalDates', { dates: format.dateRange(originalStartsOn, originalEndsOn) })}
              </span>
            ),
          },
        ]
      : []),
    {
      label: t('stages:lead'),
      value: lead ? (
        <span className="flex items-center gap-2">
          <Avatar name={lead.name} color={lead.color} size={20} shape="square" />
          {lead.name}
        </span>
      ) : (
        <span className="text-muted">{t('stages:noLead')}</span>
      ),
    },
  ]
  return (
    <Panel title={t('stages:dates')}>
      <ProgressBar
        label={t('stages:progress')}
        isLabelHidden
        value={Math.round(Math.min(1, Math.max(0, share)) * 100)}
        valueLabel={format.dateRange(startsOn, endsOn)}
      />
      <Facts facts={facts} />
      {stage.completedAt && (
        <p className="text-sm text-muted">{t('stages:completedAt', { date: format.date(stage.completedAt) })}</p>
      )}
    </Panel>
  )
}

type ItemsProps = {
  readonly title: string
  readonly items: readonly string[]
  readonly icon: typeof Diamond
  readonly empty: string
}

function Items({ title, items, icon: Drawing, empty }: ItemsProps) {
  if (items.length === 0 && empty === '') return null
  return (
    <Panel title={title} level={3}>
      {items.length === 0 && <p className="text-muted">{empty}</p>}
      <ul className="flex flex-col gap-2">
        {items.map((item) => (
          <li key={item} className="flex gap-2">
            <Drawing size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
            <span className="min-w-0">{item}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
