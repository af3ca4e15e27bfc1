import { createRollout } from '../features/rollouts/commands/create-rollout.ts'
import { changePhase } from '../features/rollouts/commands/advance-rollout.ts'
import { type DemoHub, demoId } from './demo-hub.ts'
import type { DemoNetwork } from './load-network.ts'
import { commonsSpaceId, dayFrom } from './load-project.ts'
import { demoMunicipalities, partnerOfCountry } from './organizations.ts'
import type { RolloutName } from './reports.ts'
import { demoRollouts } from './rollouts.ts'

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

/** A dozen rollouts in three countries, each in its phase. */
export async function loadRollouts(demo: DemoHub, network: DemoNetwork): Promise<void> {
  for (const { name, municipality, system, phase, place } of placedRollouts()) {
    const rolloutId = demoId(`rollout ${name}`)
    const rolloutSpaceId = demoId(`rollout space ${name}`)
    await demo.run(`rollout ${name}`, 'coordinator', createRollout, {
      spaceId: commonsSpaceId,
      rolloutId,
      rolloutSpaceId,
      projectId: demoId('project'),
      municipalityId: network.municipality(place.country, place.name),
      organizationId: demoId(`organization ${municipality}`),
      systemId: network.system(system),
      partnerOrganizationIds: [demoId(`organization ${partnerOfCountry[place.country]}`)],
      startsOn: dayFrom(demo, -120),
    })
    if (phase !== 'prepare') {
      await demo.run(`phase ${name}`, 'coordinator', changePhase, { spaceId: rolloutSpaceId, rolloutId, phase })
    }
  }
}
