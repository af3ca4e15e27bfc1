import { confirmContacts } from '../features/municipalities/commands/confirm-contacts.ts'
import { createRollout } from '../features/rollouts/commands/create-rollout.ts'
import { phases } from '@kolo/domain/rollouts/rollouts'
import { addMilestone } from '../features/milestones/commands/add-milestone.ts'
import { reachMilestone } from '../features/milestones/commands/reach-milestone.ts'
import { changePhase } from '../features/rollouts/commands/advance-rollout.ts'
import { dayFrom, type DemoHub, demoId, momentOf } from './demo-hub.ts'
import type { DemoNetwork } from './load-network.ts'
import { commonsSpaceId } from './load-project.ts'
import { demoMunicipalities, partnerOfCountry } from './organizations.ts'
import type { RolloutName } from './reports.ts'
import { demoMilestones, demoRollouts } from './rollouts.ts'

/** One rollout of the demo's list, with the country it is in. */
export type PlacedRollout = (typeof demoRollouts)[number] & {
  readonly name: RolloutName
  readonly place: (typeof demoMunicipalities)[number]
}

/** All rollouts of the demo with their municipalities. */
export function placedRollouts(): PlacedRollout[] {
  return demoRollouts.map((rollout) => {
    const place = demoMunicipalities.find(({ key }) => key === rollout.municipality)
    if (!place) throw new Error(`The demo's rollouts name ${rollout.municipality}, which doesn't take part.`)
    return { ...rollout, name: `${rollout.municipality} ${rollout.system}` as RolloutName, place }
  })
}

/** When they began, in days from today. */
export const rolloutsBegan = -120

/** A dozen rollouts in three countries. */
export function planRollouts(demo: DemoHub, network: DemoNetwork): void {
  for (const [index, { name, municipality, system, place }] of placedRollouts().entries()) {
    const rolloutId = demoId(`rollout ${name}`)
    const rolloutSpaceId = demoId(`rollout space ${name}`)
    const startsOn = dayFrom(demo, rolloutsBegan)
    demo.plan(momentOf(startsOn, 10 * index), () =>
      demo.run(`rollout ${name}`, 'coordinator', createRollout, {
        spaceId: commonsSpaceId,
        rolloutId,
        rolloutSpaceId,
        projectId: demoId('project'),
        municipalityId: network.municipality(place.country, place.name),
        organizationId: demoId(`organization ${municipality}`),
        systemId: network.system(system),
        partnerOrganizationIds: [demoId(`organization ${partnerOfCountry[place.country]}`)],
        startsOn,
      }),
    )
  }
}

/** Who their people are, all municipalities but one have said today. */
export function planContacts(demo: DemoHub): void {
  for (const [index, { key, seats }] of demoMunicipalities.entries()) {
    if (key === 'kolasin') continue
    const input = { spaceId: demoId(`municipality space ${key}`), organizationId: demoId(`organization ${key}`) }
    demo.plan(momentOf(dayFrom(demo, 0), -30 * index), () =>
      demo.run(`contacts ${key}`, seats.focalPoint, confirmContacts, input),
    )
  }
}

/** How far they have come since. */
export function planPhases(demo: DemoHub): void {
  for (const [index, { name, phase }] of placedRollouts().entries()) {
    if (phase === 'prepare') continue
    const input = { spaceId: demoId(`rollout space ${name}`), rolloutId: demoId(`rollout ${name}`), phase }
    demo.plan(momentOf(dayFrom(demo, index - 40), 90), () =>
      demo.run(`phase ${name}`, 'coordinator', changePhase, input),
    )
  }
}

/** What they are to reach by when, and what they have reached. */
export function planMilestones(demo: DemoHub): void {
  for (const [index, { name: rollout, phase, place }] of placedRollouts().entries()) {
    const officer = Object.values(place.seats)[0] ?? 'coordinator'
    for (const { name, due, reached, phase: reachedIn } of demoMilestones) {
      const key = { spaceId: demoId(`rollout space ${rollout}`), milestoneId: demoId(`milestone ${rollout} ${name}`) }
      demo.plan(momentOf(dayFrom(demo, rolloutsBegan), 300 + index), () =>
        demo.run(`milestone ${rollout} ${name}`, 'coordinator', addMilestone, {
          ...key,
          name,
          dueOn: dayFrom(demo, due),
        }),
      )
      if (phases.indexOf(phase) <= phases.indexOf(reachedIn)) continue
      const reachedOn = dayFrom(demo, reached)
      demo.plan(momentOf(reachedOn, 120 + index), () =>
        demo.run(`reached ${rollout} ${name}`, officer, reachMilestone, { ...key, reachedOn }),
      )
    }
  }
}
