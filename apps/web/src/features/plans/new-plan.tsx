import type { PlanContent } from '@kolo/domain/plans/plans'
import { planAdd } from '@kolo/domain/plans/plans.decide'
import { starterPlan } from '@kolo/domain/plans/starter-plans'
import { compareNames, systemName } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Button, ComboBox, Notice, Panel, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'

type Props = {
  /** The project's commons. */
  readonly spaceId: string
  readonly slug: string
}

/** The coordinator begins a plan for a system: from the usual one, in the words of the own rendition, or from nothing. */
export function NewPlan({ spaceId, slug }: Props) {
  const { t, rendition } = useTexts('plans', 'core', 'systems', 'starterPlans')
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const { data: indicators } = useQuery(trpc.indicators.list.queryOptions({}))
  const [systemId, setSystemId] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const add = useAddPlan(spaceId, slug)
  const byName = compareNames(rendition)
  const system = systems?.find(({ id }) => id === systemId)
  const begin = (contentOf: (key: string) => PlanContent) => {
    setChecked(true)
    if (system) void add(system.id, contentOf(system.key))
  }
  const usual = (key: string) => starterPlan(key, (text) => t(`starterPlans:${text}`), indicators ?? [], uuidv7)
  const empty = (): PlanContent => ({
    name: t('plans:newName'),
    tasks: [],
    milestones: [],
    indicators: [],
    cycle: null,
  })
  return (
    <Panel title={t('plans:add')}>
      {systems?.length === 0 && <NoSystems />}
      <div className="flex flex-wrap items-end gap-2">
        <ComboBox
          label={t('systems:system')}
          placeholder={t('systems:choose')}
          emptyText={t('core:noMatches')}
          filter={fitsInAnyScript}
          options={(systems ?? [])
            .map((one) => ({ value: one.id, label: systemName(t, one), description: one.about }))
            .toSorted((a, b) => byName(a.label, b.label))}
          value={systemId}
          onChange={setSystemId}
          error={isChecked && !system ? t('core:requiredField') : undefined}
          className="min-w-60 flex-1"
        />
        <Button variant="primary" isDisabled={!indicators} onPress={() => begin(usual)}>
          {t('plans:addUsual')}
        </Button>
        <Button onPress={() => begin(empty)}>{t('plans:addEmpty')}</Button>
      </div>
    </Panel>
  )
}

function useAddPlan(spaceId: string, slug: string) {
  const { t } = useTexts('plans')
  const send = useSend()
  const told = useTold()
  const navigate = useNavigate()
  return async (systemId: string, content: PlanContent) => {
    const planId = uuidv7()
    const added = send(planAdd, 'plans.add', { spaceId, planId, systemId, content })
    // It is on the page before the server has it.
    await navigate({ to: '/projects/$slug/plans/$planId', params: { slug, planId } })
    await told(added, { text: t('plans:added') })
  }
}

/** Without systems no plan: administrators fill the catalogue. */
function NoSystems() {
  const { t } = useTexts('systems', 'setup')
  const { networkSpaceId } = useSession()
  const fill = networkSpaceId && <TextLink href="/admin/systems">{t('setup:stepSystems')}</TextLink>
  return <Notice title={t('systems:empty')}>{fill}</Notice>
}
