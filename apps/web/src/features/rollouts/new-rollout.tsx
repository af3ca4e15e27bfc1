import { rolloutCreate } from '@kolo/domain/rollouts/rollouts.decide'
import { compareNames, municipalityName, type Rendition, systemName } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Button, Checkbox, ComboBox, DatePicker, Dialog, EmptyState, Notice, type Openness, TextLink } from '@kolo/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MapPinned, Plus } from 'lucide-react'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Overview = Outputs['projects']['overview']
type Project = Overview & { readonly commonsSpaceId: string }

/** The button, for the coordinator, that begins a rollout. */
export function NewRollout({ overview }: { overview: Overview }) {
  const { t } = useTexts('rollouts')
  const [open, setOpen] = useState(false)
  const { commonsSpaceId } = overview
  if (commonsSpaceId === null) return null
  return (
    <>
      <Button size="sm" icon={Plus} onPress={() => setOpen(true)}>
        {t('rollouts:newRollout')}
      </Button>
      {open && <NewRolloutDialog project={{ ...overview, commonsSpaceId }} isOpen onOpenChange={setOpen} />}
    </>
  )
}

function NewRolloutDialog({ project, ...openness }: { project: Project } & Openness) {
  const { t, rendition } = useTexts('rollouts', 'core', 'systems')
  const byName = compareNames(rendition)
  const { draft, change, create, errorOf } = useNewRollout(project, openness)
  const places = useTakingPart(project)
  const { data: systems } = useQuery(trpc.systems.list.queryOptions({}))
  const partners = project.organizations.filter(({ role }) => role === 'lead' || role === 'partner')
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={t('rollouts:newRollout')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" onPress={() => void create()}>
          {t('rollouts:create')}
        </Button>
      }
    >
      {places.length === 0 && <EmptyState icon={MapPinned} title={t('rollouts:noMunicipalities')} />}
      <ComboBox
        label={t('rollouts:municipality')}
        placeholder={t('rollouts:chooseMunicipality')}
        options={places}
        value={draft.organizationId}
        onChange={(organizationId) => change({ organizationId })}
        error={errorOf('organizationId')}
        filter={fitsInAnyScript}
        emptyText={t('core:noMatches')}
      />
      <ComboBox
        label={t('rollouts:system')}
        placeholder={t('systems:choose')}
        options={(systems ?? [])
          .map((system) => ({ value: system.id, label: systemName(t, system), description: system.about }))
          .toSorted((a, b) => byName(a.label, b.label))}
        value={draft.systemId}
        onChange={(systemId) => change({ systemId })}
        error={errorOf('systemId')}
        filter={fitsInAnyScript}
        emptyText={t('core:noMatches')}
      />
      {systems?.length === 0 && <NoSystems />}
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 font-medium">{t('rollouts:accompaniedBy')}</legend>
        {partners.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={draft.partnerIds.includes(id)}
            onChange={(isChosen) =>
              change({
                partnerIds: isChosen ? [...draft.partnerIds, id] : draft.partnerIds.filter((one) => one !== id),
              })
            }
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <DatePicker
        label={t('rollouts:startsOn')}
        value={draft.startsOn}
        onChange={(startsOn) => change({ startsOn })}
        error={errorOf('startsOn')}
      />
    </Dialog>
  )
}

/** Without systems no rollout: administrators fill the catalogue, others learn why the list is empty. */
function NoSystems() {
  const { t } = useTexts('systems', 'setup')
  const { networkSpaceId } = useSession()
  const fill = networkSpaceId && <TextLink href="/admin/systems">{t('setup:stepSystems')}</TextLink>
  return <Notice title={t('systems:empty')}>{fill}</Notice>
}

type Draft = {
  readonly organizationId: string | null
  readonly systemId: string | null
  readonly partnerIds: readonly string[]
  readonly startsOn: string | null
}

function useNewRollout(project: Project, openness: Openness) {
  const { t } = useTexts('rollouts', 'core')
  const send = useSend()
  const told = useTold()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>({
    organizationId: null,
    systemId: null,
    partnerIds: [],
    startsOn: project.today,
  })
  const municipalityId = project.organizations.find(({ id }) => id === draft.organizationId)?.municipalityId
  const { organizationId, systemId, startsOn, partnerIds } = draft
  const [isChecked, setChecked] = useState(false)
  const create = async () => {
    setChecked(true)
    if (!organizationId || !municipalityId || !systemId || !startsOn) return
    const rolloutSpaceId = uuidv7()
    const answer = send(rolloutCreate, 'rollouts.create', {
      spaceId: project.commonsSpaceId,
      rolloutId: uuidv7(),
      rolloutSpaceId,
      projectId: project.id,
      municipalityId,
      organizationId,
      systemId,
      partnerOrganizationIds: [...partnerIds],
      startsOn,
    })
    if (!(await told(answer, { text: t('rollouts:created') }))) return
    openness.onOpenChange(false)
    await queries.invalidateQueries()
    await navigate({ to: '/spaces/$spaceId/overview', params: { spaceId: rolloutSpaceId } })
  }
  return {
    draft,
    change: (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next })),
    create,
    /** What to say at a field that was left empty, once somebody has tried. */
    errorOf: (field: 'organizationId' | 'systemId' | 'startsOn') =>
      isChecked && draft[field] === null ? t('core:requiredField') : undefined,
  }
}

type Municipalities = Outputs['municipalities']['list']

function useTakingPart(project: Project) {
  const { rendition } = useTexts('rollouts')
  const { data } = useQuery(trpc.municipalities.list.queryOptions({}))
  const byName = compareNames(rendition)
  return project.organizations
    .filter(({ municipalityId }) => municipalityId !== null)
    .map(({ id, name, municipalityId }) => ({ value: id, label: labelOf(rendition, name, data, municipalityId) }))
    .toSorted((a, b) => byName(a.label, b.label))
}

function labelOf(
  rendition: Rendition,
  name: string,
  all: Municipalities | undefined,
  municipalityId: string | null,
): string {
  const municipality = all?.find(({ id }) => id === municipalityId)
  return municipality ? municipalityName(rendition, municipality) : name
}
