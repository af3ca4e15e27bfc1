import { layOut, type LaidPlan } from '@kolo/domain/plans/lay-out'
import { planCreateRollout } from '@kolo/domain/plans/create-rollout.decide'
import { createRolloutInput, type Plan } from '@kolo/domain/plans/plans'
import type { ChosenList, Wave } from '@kolo/domain/waves/waves'
import { waveChoose } from '@kolo/domain/waves/waves.decide'
import { emptyWave } from '@kolo/domain/waves/waves'
import { type OutboxItem, uuidv7 } from '@kolo/sync'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useOutbox, useSend, useSpace } from '../../lib/hub.tsx'
import { useTold } from '../../lib/told.ts'
import { type Outputs, trpc } from '../../lib/trpc.ts'

/** A project in which rollouts are about to begin, for its coordinator. */
export type Begun = Outputs['projects']['overview'] & {
  readonly commonsSpaceId: string
  readonly coordinationSpaceId: string
}
export type Municipality = Outputs['municipalities']['list'][number]

/** What is chosen for the next wave, as the server keeps it. */
export function useWave({ coordinationSpaceId: spaceId }: Pick<Begun, 'coordinationSpaceId'>): {
  readonly wave: Wave | undefined
  add(list: ChosenList, ids: readonly string[]): void
  remove(list: ChosenList, ids: readonly string[]): void
  start(startsOn: string): void
  clear(): void
} {
  const { state } = useSpace(spaceId)
  const send = useSend()
  const told = useTold()
  const wave = state?.wave
  return useMemo(() => {
    const choose = (given: object) => void told(send(waveChoose, 'waves.choose', { spaceId, ...given }))
    const { planIds, municipalityIds, partnerOrganizationIds } = wave ?? emptyWave
    return {
      wave,
      add: (list, ids) => choose({ add: { [list]: ids } }),
      remove: (list, ids) => choose({ remove: { [list]: ids } }),
      start: (startsOn) => choose({ startsOn }),
      clear: () => choose({ remove: { planIds, municipalityIds, partnerOrganizationIds } }),
    }
  }, [wave, send, told, spaceId])
}

/** The plans of the project that are chosen and still there. */
export function usePlans({ commonsSpaceId }: Pick<Begun, 'commonsSpaceId'>): readonly Plan[] | undefined {
  const { state } = useSpace(commonsSpaceId)
  return useMemo(() => state && Object.values(state.plans), [state])
}

/** The catalogue of municipalities. */
export const useMunicipalities = () => useQuery({ ...trpc.municipalities.list.queryOptions({}), staleTime: 300_000 })

/** A rollout that the wave asks for: what it would begin with, or how it stands. */
export type WaveRollout = {
  readonly key: string
  readonly plan: Plan
  readonly municipality: Municipality
  readonly laid: LaidPlan
  /** `there`: the municipality has the system already; `waiting` and `refused` are in this device's outbox. */
  readonly state: 'new' | 'there' | 'waiting' | 'refused'
  readonly item: OutboxItem | undefined
  /** Of the rollout that is there. */
  readonly spaceId: string | null
}

/** Every rollout of the wave, in order of the plans and of the municipalities that were given. */
export function useWaveRollouts(
  project: Begun,
  wave: Wave,
  plans: readonly Plan[],
  municipalities: readonly Municipality[],
): { readonly rollouts: readonly WaveRollout[]; readonly isReady: boolean } {
  const { data: matrix } = useQuery(trpc.projects.matrix.queryOptions({ projectId: project.id }))
  const { items } = useOutbox()
  const startsOn = wave.startsOn ?? project.today
  const rollouts = useMemo(() => {
    const there = new Map<string, string | null>(
      matrix?.cells.map((cell) => [`${cell.municipalityId} ${cell.systemId}`, cell.spaceId]),
    )
    const unsent = new Map<string, OutboxItem>(
      items.flatMap((item) => {
        const input = item.name === planCreateRollout.name ? createRolloutInput.safeParse(item.input).data : undefined
        return input ? [[`${input.planId} ${input.municipalityId}`, item] as const] : []
      }),
    )
    return municipalities.flatMap((municipality) =>
      plans.map((plan): WaveRollout => {
        const key = `${plan.id} ${municipality.id}`
        const item = unsent.get(key)
        const spaceId = there.get(`${municipality.id} ${plan.systemId}`)
        const state =
          spaceId !== undefined
            ? 'there'
            : item === undefined
              ? 'new'
              : item.state === 'refused'
                ? 'refused'
                : 'waiting'
        return {
          key,
          plan,
          municipality,
          laid: layOut(plan, municipality, startsOn),
          state,
          item,
          spaceId: spaceId ?? null,
        }
      }),
    )
  }, [matrix, items, municipalities, plans, startsOn])
  return { rollouts, isReady: matrix !== undefined }
}

/** The command that creates a rollout of the wave. */
export function inputOf(project: Begun, wave: Wave, { plan, municipality }: WaveRollout) {
  const partners = project.organizations.filter(({ role }) => role === 'lead' || role === 'partner')
  return {
    spaceId: project.coordinationSpaceId,
    planId: plan.id,
    revision: plan.revision,
    rolloutId: uuidv7(),
    rolloutSpaceId: uuidv7(),
    municipalityId: municipality.id,
    newcomer: { organizationId: uuidv7(), spaceId: uuidv7(), participationId: uuidv7(), color: colorOf(municipality) },
    partnerOrganizationIds: wave.partnerOrganizationIds.filter((id) => partners.some((one) => one.id === id)),
    startsOn: wave.startsOn ?? project.today,
  }
}

// Dark enough for white initials, as organizations have them; the same municipality always the same.
const colors = ['#0f766e', '#1d4ed8', '#7e22ce', '#be185d', '#9a3412', '#a16207', '#15803d', '#0369a1'] as const
const colorOf = ({ id }: Municipality): string => colors[Number.parseInt(id.slice(-2), 16) % colors.length]!

/** Sends every rollout that is new; they go out one after the other, and survive the page. */
export function useCreateWave(project: Begun, wave: Wave): (rollouts: readonly WaveRollout[]) => void {
  const send = useSend()
  return (rollouts) => {
    for (const rollout of rollouts)
      if (rollout.state === 'new') void send(planCreateRollout, 'plans.createRollout', inputOf(project, wave, rollout))
  }
}
