import { placeStages } from '@kolo/domain/stages/stage-dates'
import { aboutSchema, createProjectInput } from '@kolo/domain/projects/projects'
import { projectCreate } from '@kolo/domain/projects/projects.decide'
import { fold, stageName } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Breadcrumbs, Button, ComboBox, DatePicker, Form, PageHeader, Panel, TextField } from '@kolo/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useSession } from '../../lib/session.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

/** For administrators: a project from the six-stage template, with its coordinator. */
export function NewProjectView() {
  const { t } = useTexts('projects', 'core', 'errors', 'roles')
  usePageTitle(t('projects:newProject'))
  const { draft, change, create, errorOf } = useNewProject()
  const { all: people } = usePeople()
  const slug = draft.slug ?? slugOf(draft.shortName)
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader
        title={t('projects:newProject')}
        description={t('projects:fromTemplate')}
        above={
          <Breadcrumbs
            label={t('projects:projects')}
            crumbs={[{ label: t('projects:all'), href: '/admin/projects' }, { label: t('projects:newProject') }]}
          />
        }
      />
      <div className="mx-auto grid w-full max-w-6xl min-w-0 items-start gap-6 p-4 sm:p-6 lg:grid-cols-[3fr_2fr]">
        <Panel>
          <Form onSubmit={() => void create(slug)}>
            <TextField
              label={t('projects:name')}
              value={draft.name}
              onChange={(name) => change({ name })}
              isRequired
              error={errorOf('name')}
              maxLength={200}
            />
            <TextField
              label={t('projects:shortName')}
              value={draft.shortName}
              onChange={(shortName) => change({ shortName })}
              isRequired
              error={errorOf('shortName')}
              maxLength={80}
            />
            <TextField
              label={t('projects:slug')}
              description={t('projects:slugAbout')}
              value={slug}
              onChange={(text) => change({ slug: text })}
              isRequired
              error={errorOf('slug')}
              maxLength={60}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <DatePicker
                label={t('core:startsOn')}
                value={draft.startsOn}
                onChange={(startsOn) => change({ startsOn })}
                isRequired
                error={errorOf('startsOn')}
              />
              <DatePicker
                label={t('core:endsOn')}
                value={draft.endsOn}
                onChange={(endsOn) => change({ endsOn })}
                isRequired
                error={errorOf('endsOn')}
              />
            </div>
            <ComboBox
              label={t('roles:coordinator')}
              description={t('projects:coordinatorsAbout')}
              placeholder={t('projects:chooseCoordinator')}
              options={people.map(({ id, name, organizationName }) => ({
                value: id,
                label: name,
                description: organizationName ?? undefined,
              }))}
              value={draft.coordinatorId}
              onChange={(coordinatorId) => change({ coordinatorId })}
              filter={fitsInAnyScript}
              emptyText={t('core:noMatches')}
              isRequired
              error={errorOf('coordinatorId')}
            />
            <Button variant="primary" type="submit" className="self-start">
              {t('projects:create')}
            </Button>
          </Form>
        </Panel>
        <TemplatePreview startsOn={draft.startsOn} endsOn={draft.endsOn} />
      </div>
    </div>
  )
}

type Draft = {
  readonly name: string
  readonly shortName: string
  /** Null while it follows the short name. */
  readonly slug: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly coordinatorId: string | null
}

function useNewProject() {
  const { t } = useTexts('projects', 'core', 'errors')
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const send = useSend()
  const told = useTold()
  const [draft, setDraft] = useState<Draft>({
    name: '',
    shortName: '',
    slug: null,
    startsOn: null,
    endsOn: null,
    coordinatorId: null,
  })
  // Drawn once, so that a second press sends the same project.
  const [ids] = useState(() => ({ projectId: uuidv7(), commonsSpaceId: uuidv7(), coordinationSpaceId: uuidv7() }))
  const { startsOn, endsOn } = draft
  const [isChecked, setChecked] = useState(false)
  const create = async (slug: string) => {
    setChecked(true)
    const input = createProjectInput.safeParse({
      ...draft,
      ...ids,
      slug,
      spaceId: session.networkSpaceId,
      about: aboutSchema.parse({}),
      template: 'six-stage',
    })
    if (!input.success) return
    if (!(await told(send(projectCreate, 'projects.create', input.data), { text: t('projects:created') }))) return
    await queries.invalidateQueries()
    // Only who takes part sees the project itself.
    if (draft.coordinatorId === session.id) await navigate({ to: '/projects/$slug', params: { slug } })
    else await navigate({ to: '/admin/projects' })
  }
  /** What to say at a field: of two days that don't fit at once, of what is missing once somebody has tried. */
  const errorOf = (field: keyof Draft): string | undefined => {
    if (field === 'endsOn' && startsOn && endsOn && endsOn < startsOn) return t('errors:endBeforeStart')
    if (!isChecked) return undefined
    if (field === 'slug') {
      const slug = draft.slug ?? slugOf(draft.shortName)
      if (slug !== '')
        return createProjectInput.shape.slug.safeParse(slug).success ? undefined : t('projects:slugAbout')
    } else if (draft[field]?.trim()) return undefined
    return t('core:requiredField')
  }
  return { draft, change: (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next })), create, errorOf }
}

function TemplatePreview({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const { t, format } = useTexts('projects', 'stages')
  const placed = startsOn && endsOn && startsOn <= endsOn ? placeStages({ startsOn, endsOn }) : undefined
  return (
    <Panel title={t('projects:ofTemplate')} isFlush>
      <ol className="divide-y">
        {(placed ?? placeStages({ startsOn: '2000-01-01', endsOn: '2000-12-31' })).map((stage, index) => (
          <li key={stage.key} className="flex gap-3 px-4 py-2">
            <span className="text-muted tabular-nums">{format.number(index + 1)}</span>
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{stageName(t, stage)}</span>
              {placed && (
                <span className="text-sm text-muted tabular-nums">
                  {format.dateRange(stage.startsOn, stage.endsOn)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
