import { projectAppointCoordinator, projectDismissCoordinator } from '@kolo/domain/projects/projects.decide'
import {
  Button,
  ComboBox,
  Dialog,
  EmptyState,
  IconButton,
  LinkButton,
  type Openness,
  PageHeader,
  SkeletonList,
} from '@kolo/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FolderPlus, UserPlus, X } from 'lucide-react'
import { useState } from 'react'
import { AdministrationCrumb } from '../../lib/administration-crumb.tsx'
import { Failure } from '../../lib/failure.tsx'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useSession } from '../../lib/session.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Project = Outputs['projects']['administered'][number]

/** For administrators: all projects with their coordinators, and the way to a new one. */
export function AdminProjectsView() {
  const { t } = useTexts('projects', 'core')
  usePageTitle(t('projects:projects'))
  const { data, error, refetch, isPending } = useQuery(trpc.projects.administered.queryOptions({}))
  const create = (
    <LinkButton variant="primary" icon={FolderPlus} href="/admin/projects/new">
      {t('projects:newProject')}
    </LinkButton>
  )
  return (
    <div className="flex min-w-0 flex-col">
      <PageHeader
        title={t('projects:projects')}
        above={<AdministrationCrumb page={t('projects:projects')} />}
        actions={create}
      />
      <div className="mx-auto w-full max-w-4xl p-4 sm:p-6">
        {isPending && <SkeletonList label={t('core:loading')} />}
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon={FolderPlus} title={t('projects:noneYet')} action={create} />}
        {data && data.length > 0 && (
          <ul className="divide-y rounded border bg-surface">
            {data.map((project) => (
              <Row key={project.id} project={project} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function Row({ project }: { project: Project }) {
  const { t, format } = useTexts('projects')
  const [appointing, setAppointing] = useState(false)
  const choose = useCoordinators(project.id)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{project.name}</p>
        <p className="text-sm text-muted tabular-nums">
          /{project.slug} · {format.dateRange(project.startsOn, project.endsOn)}
        </p>
      </div>
      <ul aria-label={t('projects:coordinators')} className="flex flex-col">
        {project.coordinators.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-1">
            {name}
            {project.coordinators.length > 1 && (
              <IconButton
                size="sm"
                icon={X}
                label={t('projects:dismiss', { person: name })}
                onPress={() => choose.dismiss(id)}
              />
            )}
          </li>
        ))}
      </ul>
      <Button size="sm" icon={UserPlus} onPress={() => setAppointing(true)}>
        {t('projects:appoint')}
      </Button>
      {appointing && <AppointDialog project={project} onChoose={choose.appoint} isOpen onOpenChange={setAppointing} />}
    </li>
  )
}

function useCoordinators(projectId: string) {
  const session = useSession()
  const queries = useQueryClient()
  const send = useSend()
  const told = useTold()
  const { t } = useTexts('core')
  const spaceId = session.networkSpaceId ?? ''
  const then = async (answering: ReturnType<typeof send>) => {
    if (await told(answering, { text: t('core:saved') })) await queries.invalidateQueries()
  }
  return {
    appoint: (personId: string) =>
      void then(send(projectAppointCoordinator, 'projects.appointCoordinator', { spaceId, projectId, personId })),
    dismiss: (personId: string) =>
      void then(send(projectDismissCoordinator, 'projects.dismissCoordinator', { spaceId, projectId, personId })),
  }
}

type AppointProps = Openness & { readonly project: Project; onChoose(personId: string): void }

function AppointDialog({ project, onChoose, ...openness }: AppointProps) {
  const { t } = useTexts('projects', 'roles', 'core')
  const { all: people } = usePeople()
  const [personId, setPersonId] = useState<string | null>(null)
  const choose = () => {
    if (personId) onChoose(personId)
    openness.onOpenChange(false)
  }
  return (
    <Dialog
      {...openness}
      title={t('projects:appoint')}
      description={project.name}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={personId === null} onPress={choose}>
          {t('projects:appoint')}
        </Button>
      }
    >
      <ComboBox
        label={t('roles:coordinator')}
        description={t('projects:coordinatorsAbout')}
        options={people.map(({ id, name, organizationName }) => ({
          value: id,
          label: name,
          description: organizationName ?? undefined,
        }))}
        value={personId}
        onChange={setPersonId}
        filter={fitsInAnyScript}
        emptyText={t('core:noMatches')}
      />
    </Dialog>
  )
}
