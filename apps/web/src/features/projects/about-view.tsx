import { Badge, Button, EmptyState, Facts, Notice, Panel } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { FileText, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useCountryName } from '../../lib/countries.ts'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { ProjectHead } from './project-frame.tsx'
import { type Overview, useOverview } from './projects.data.ts'
import { isRendition, ownName, stageName } from '@kolo/i18n'

/** What a project is for: objectives, outputs, and the dates that it really had. */
export function AboutView() {
  const { t } = useTexts('projects', 'core')
  const { slug = '' } = useParams({ strict: false })
  const { data: overview, error, refetch } = useOverview(slug)
  const [editing, setEditing] = useState(false)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!overview) return null
  const { objectives, outputs, source } = overview.about
  return (
    <div className="flex min-w-0 flex-col">
      <ProjectHead overview={overview} current="about" />
      <div className="mx-auto grid w-full max-w-6xl min-w-0 items-start gap-6 p-4 sm:p-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {objectives.length + outputs.length === 0 && <EmptyState icon={FileText} title={t('projects:noAbout')} />}
          <Passages title={t('projects:objectives')} passages={objectives} />
          <Passages title={t('projects:outputs')} passages={outputs} />
          {source && <p className="text-sm text-muted">{t('projects:source', { source })}</p>}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel
            title={t('core:details')}
            actions={
              overview.part === 'coordinator' && (
                <Button size="sm" variant="plain" icon={Pencil} onPress={() => setEditing(true)}>
                  {t('projects:describe')}
                </Button>
              )
            }
          >
            <ProjectFacts overview={overview} />
          </Panel>
          <OriginalDates overview={overview} />
        </div>
      </div>
      {overview.commonsSpaceId !== null && editing && (
        <DescribeDialog overview={overview} spaceId={overview.commonsSpaceId} isOpen onOpenChange={setEditing} />
      )}
    </div>
  )
}

function Passages({ title, passages }: { title: string; passages: Overview['about']['objectives'] }) {
  if (passages.length === 0) return null
  return (
    <Panel title={title}>
      <ol className="flex flex-col gap-4">
        {passages.map((passage, index) => (
          <li key={`${index} ${passage.title}`} className="flex max-w-prose flex-col gap-1">
            <h3 className="font-semibold">{passage.title}</h3>
            <p className="text-muted">{passage.about}</p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function ProjectFacts({ overview }: { overview: Overview }) {
  const { t, format } = useTexts('projects')
  const countryName = useCountryName()
  const { themes, countries, languages } = overview.about
  const facts = [
    { label: t('projects:period'), value: format.dateRange(overview.startsOn, overview.endsOn) },
    { label: t('projects:coordinators'), value: format.list(overview.coordinators.map(({ name }) => name)) },
    { label: t('projects:themes'), value: format.list(themes) },
    { label: t('projects:countries'), value: format.list(countries.map((country) => countryName(country))) },
    { label: t('projects:languages'), value: <Languages languages={languages} /> },
  ]
  return <Facts facts={facts.filter(({ value }) => value !== '')} />
}

function Languages({ languages }: { languages: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {languages.map((language) => (
        <Badge key={language}>{isRendition(language) ? ownName(language) : language}</Badge>
      ))}
    </span>
  )
}

function OriginalDates({ overview }: { overview: Overview }) {
  const { t, format } = useTexts('projects', 'stages')
  const { originalStartsOn, originalEndsOn, stages } = overview
  if (originalStartsOn === null || originalEndsOn === null) return null
  return (
    <Panel title={t('projects:originalDates')} note={format.dateRange(originalStartsOn, originalEndsOn)}>
      <Notice>{t('projects:shiftedDates')}</Notice>
      <ol className="flex flex-col gap-2">
        {stages.map((stage) => (
          <li key={stage.id} className="flex flex-col">
            <span>{stageName(t, stage)}</span>
            <span className="text-sm text-muted tabular-nums">
              {stage.originalStartsOn &&
                stage.originalEndsOn &&
                format.dateRange(stage.originalStartsOn, stage.originalEndsOn)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
