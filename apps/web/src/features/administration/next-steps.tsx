import { Badge, Panel, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Overview = Outputs['administration']['overview']
type Step = { readonly href: string | null; readonly label: string; readonly isDone: boolean }

/** What leads from an empty installation to its first rollout, with what of it is done. */
export function NextSteps({ overview }: { readonly overview: Overview }) {
  const { t } = useTexts('setup')
  const steps = useSteps(overview)
  return (
    <Panel title={t('setup:nextSteps')}>
      <ol className="flex list-decimal flex-col gap-1 pl-5">
        {steps.map(({ href, label, isDone }) => (
          <li key={label}>
            <span className="flex flex-wrap items-center gap-x-3">
              {href === null ? <span className="text-muted">{label}</span> : <TextLink href={href}>{label}</TextLink>}
              {isDone && <Badge tone="success">{t('setup:stepDone')}</Badge>}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function useSteps(overview: Overview): readonly Step[] {
  const { t } = useTexts('setup')
  const { data: projects } = useQuery(trpc.projects.mine.queryOptions({}))
  // Only its coordinator can begin a rollout in a project.
  const own = projects?.find(({ part }) => part === 'coordinator')
  return [
    { href: '/admin/organizations', label: t('setup:stepOrganizations'), isDone: overview.organizations > 0 },
    { href: '/admin/projects/new', label: t('setup:stepProject'), isDone: overview.projects > 0 },
    { href: '/admin/municipalities/import', label: t('setup:stepMunicipalities'), isDone: overview.municipalities > 0 },
    { href: '/admin/systems', label: t('setup:stepSystems'), isDone: overview.systems > 0 },
    { href: '/admin/indicators', label: t('setup:stepIndicators'), isDone: overview.indicators > 0 },
    {
      href: '/admin/invitations',
      label: t('setup:stepInvite'),
      isDone: overview.people > 1 || overview.openInvitations > 0,
    },
    { href: own ? `/projects/${own.slug}` : null, label: t('setup:stepRollout'), isDone: overview.rollouts > 0 },
  ]
}
