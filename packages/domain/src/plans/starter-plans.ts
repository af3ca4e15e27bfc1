import type { Office } from '../core/roles.ts'
import type { Indicator } from '../indicators/indicators.ts'
import type { Phase } from '../rollouts/rollouts.ts'
import { always, type Condition } from './conditions.ts'
import type { PlanContent, PlanMilestone } from './plans.ts'

/** The tasks that usual plans consist of; the catalogue `starterPlans` has the words for each. */
type StarterTask = {
  readonly phase: Phase
  readonly offset: number
  readonly office: Office
  readonly when?: Partial<Condition>
}

// What every system asks for: about nine months from the first meeting to the visit that looks back.
const usualTasks = {
  nameTeam: { phase: 'prepare', offset: 5, office: 'approver' },
  kickOff: { phase: 'prepare', offset: 10, office: 'partner' },
  asIs: { phase: 'prepare', offset: 20, office: 'focalPoint' },
  equipment: { phase: 'prepare', offset: 20, office: 'itOfficer' },
  decision: { phase: 'prepare', offset: 30, office: 'approver' },
  budget: { phase: 'prepare', offset: 30, office: 'approver' },
  specification: { phase: 'procure', offset: 45, office: 'partner' },
  jointPurchase: { phase: 'procure', offset: 45, office: 'focalPoint', when: { maxVoters: 20_000 } },
  procurement: { phase: 'procure', offset: 75, office: 'focalPoint' },
  contract: { phase: 'procure', offset: 90, office: 'approver' },
  install: { phase: 'configure', offset: 110, office: 'itOfficer' },
  accounts: { phase: 'configure', offset: 115, office: 'itOfficer' },
  initialData: { phase: 'configure', offset: 125, office: 'focalPoint' },
  restore: { phase: 'configure', offset: 125, office: 'itOfficer' },
  train: { phase: 'pilot', offset: 135, office: 'partner' },
  trainTrainer: { phase: 'pilot', offset: 135, office: 'focalPoint', when: { minVoters: 50_000 } },
  tryOut: { phase: 'pilot', offset: 140, office: 'focalPoint' },
  goThrough: { phase: 'pilot', offset: 165, office: 'partner' },
  goLive: { phase: 'live', offset: 175, office: 'approver' },
  announce: { phase: 'live', offset: 180, office: 'focalPoint' },
  support: { phase: 'sustain', offset: 200, office: 'itOfficer' },
  visit: { phase: 'sustain', offset: 245, office: 'partner' },
} as const satisfies Record<string, StarterTask>

// What one system asks for beyond that.
const ownTasks = {
  registryRules: { phase: 'prepare', offset: 25, office: 'approver' },
  signatures: { phase: 'configure', offset: 110, office: 'itOfficer' },
  place: { phase: 'prepare', offset: 25, office: 'focalPoint' },
  procedures: { phase: 'configure', offset: 110, office: 'focalPoint' },
  cadastre: { phase: 'configure', offset: 115, office: 'itOfficer' },
  taxpayers: { phase: 'configure', offset: 115, office: 'focalPoint' },
  firstServices: { phase: 'prepare', offset: 25, office: 'focalPoint' },
  accessibility: { phase: 'pilot', offset: 150, office: 'itOfficer' },
  categories: { phase: 'configure', offset: 110, office: 'focalPoint' },
  phoneNumber: { phase: 'configure', offset: 115, office: 'itOfficer' },
  stateBody: { phase: 'prepare', offset: 30, office: 'approver' },
  securityAct: { phase: 'prepare', offset: 30, office: 'approver' },
} as const satisfies Record<string, StarterTask>

// What every rollout is to reach.
const starterMilestones = {
  contractSigned: { phase: 'procure', offset: 90 },
  dataMigrated: { phase: 'configure', offset: 130 },
  staffTrained: { phase: 'pilot', offset: 140 },
  liveForCitizens: { phase: 'live', offset: 180 },
} as const satisfies Record<string, Pick<PlanMilestone, 'phase' | 'offset'>>
const milestoneKeys = Object.keys(starterMilestones) as (keyof typeof starterMilestones)[]

/** A milestone of the usual plans, as the catalogue `starterPlans` calls it. */
type StarterMilestoneKey = keyof typeof starterMilestones

/** A task of the usual plans, as the catalogue `starterPlans` calls it. */
export type StarterTaskKey = keyof typeof usualTasks | keyof typeof ownTasks
const starterTasks: Readonly<Record<StarterTaskKey, StarterTask>> = { ...usualTasks, ...ownTasks }
const usualKeys = Object.keys(usualTasks) as (keyof typeof usualTasks)[]

type OwnPart = { readonly tasks: readonly (keyof typeof ownTasks)[]; readonly indicators: readonly string[] }
const ownParts: Readonly<Record<string, OwnPart>> = {
  dms: {
    tasks: ['registryRules', 'signatures'],
    indicators: ['units-using-dms', 'registered-same-day', 'processing-time', 'within-deadline'],
  },
  'one-stop-shop': {
    tasks: ['place', 'procedures'],
    indicators: ['oss-points', 'processing-time', 'within-deadline', 'satisfaction'],
  },
  'e-permits': {
    tasks: ['procedures', 'signatures'],
    indicators: ['permits-electronic', 'processing-time', 'within-deadline'],
  },
  gis: { tasks: ['cadastre'], indicators: ['registers-connected'] },
  'local-tax': { tasks: ['taxpayers'], indicators: ['tax-online'] },
  portal: {
    tasks: ['firstServices', 'accessibility'],
    indicators: ['services-electronic', 'sophistication', 'requests-electronic', 'satisfaction'],
  },
  'problem-reporting': {
    tasks: ['categories', 'phoneNumber'],
    indicators: ['reports-closed', 'within-deadline', 'satisfaction'],
  },
  'data-exchange': { tasks: ['stateBody'], indicators: ['registers-connected'] },
  infrastructure: { tasks: ['securityAct'], indicators: ['backup-restored', 'ict-spend'] },
}

/**
 * The usual plan of a system, in the words that `textOf` gives: what every rollout asks for and is to reach, and for known
 * systems what they ask for beyond that. Indicators that the catalogue doesn't have are left out.
 */
export function starterPlan(
  systemKey: string,
  textOf: (key: StarterTaskKey | StarterMilestoneKey | 'starterName') => string,
  catalogue: readonly Pick<Indicator, 'id' | 'key'>[],
  ids: () => string,
): PlanContent {
  const own = ownParts[systemKey] ?? { tasks: [], indicators: [] }
  const keys: StarterTaskKey[] = [...usualKeys, ...own.tasks]
  const tasks = keys
    .map((key) => ({ key, ...starterTasks[key] }))
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ key, when, ...task }) => ({
      id: ids(),
      title: textOf(key),
      description: '',
      ...task,
      when: { ...always, ...when, countries: [] },
    }))
  const indicators = [...own.indicators, 'staff-trained'].flatMap((key) => {
    const indicator = catalogue.find((one) => one.key === key)
    return indicator ? [{ indicatorId: indicator.id, when: always }] : []
  })
  const milestones = milestoneKeys.map((key) => ({ id: ids(), name: textOf(key), ...starterMilestones[key] }))
  const cycle = { rhythm: 'monthly', days: null, window: 10 } as const
  return { name: textOf('starterName'), tasks, milestones, indicators, cycle }
}
