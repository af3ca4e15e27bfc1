import { describe, expect, it } from 'vitest'
import { knownIndicators } from '../indicators/known-indicators.ts'
import { phases } from '../rollouts/rollouts.ts'
import { knownSystems } from '../systems/known-systems.ts'
import { planContentSchema } from './plans.ts'
import { starterPlan } from './starter-plans.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const catalogue = knownIndicators.map(({ key }, n) => ({ id: id(n), key }))
const planOf = (systemKey: string) => {
  let drawn = 1_000
  return starterPlan(
    systemKey,
    (key) => key,
    catalogue,
    () => id((drawn += 1)),
  )
}

describe.each(knownSystems)('the usual plan of $key', ({ key }) => {
  const plan = planOf(key)

  it('is a plan, with work in each phase and something to report', () => {
    expect(planContentSchema.parse(plan)).toEqual(plan)
    expect(new Set(plan.tasks.map(({ phase }) => phase))).toEqual(new Set(phases))
    expect(new Set(plan.tasks.map((task) => task.id)).size).toBe(plan.tasks.length)
    expect(plan.indicators.length).toBeGreaterThan(0)
    expect(plan.milestones.map(({ name }) => name)).toEqual([
      'contractSigned',
      'dataMigrated',
      'staffTrained',
      'liveForCitizens',
    ])
  })

  it('goes from phase to phase: nothing is due before what comes first', () => {
    const due = [...plan.tasks, ...plan.milestones].toSorted((a, b) => a.offset - b.offset)
    const places = due.map(({ phase }) => phases.indexOf(phase))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('the usual plan', () => {
  it('has what a known system asks for, and leaves out indicators that nobody has', () => {
    expect(planOf('dms').tasks.map(({ title }) => title)).toContain('registryRules')
    expect(planOf('gis').tasks.map(({ title }) => title)).not.toContain('registryRules')
    expect(
      starterPlan(
        'dms',
        (key) => key,
        [],
        () => id(1),
      ).indicators,
    ).toEqual([])
    // Each indicator that is named is one that the catalogue can have.
    const named = knownSystems.flatMap(({ key }) => planOf(key).indicators.map(({ indicatorId }) => indicatorId))
    expect(new Set(named).size).toBeGreaterThan(12)
  })
})
