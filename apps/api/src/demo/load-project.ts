import { aboutSchema } from '@kolo/domain/projects/projects'
import { addDays } from '@kolo/domain/core/days'
import { spanOf, shiftDates } from '@kolo/domain/stages/stage-dates'
import { sixStages } from '@kolo/domain/stages/six-stages'
import { z } from 'zod'
import { addParticipation } from '../features/organizations/commands/add-participation.ts'
import { createProject } from '../features/projects/commands/create-project.ts'
import { changeLead } from '../features/stages/commands/change-lead.ts'
import { completeStage, startStage } from '../features/stages/commands/change-state.ts'
import { openStageToMunicipalities } from '../features/stages/commands/open-to-municipalities.ts'
import { type DemoHub, demoId, momentOf } from './demo-hub.ts'
import type { DemoNetwork } from './load-network.ts'
import { demoMunicipalities, demoPartners } from './organizations.ts'

const projectFile = z.object({
  name: z.string(),
  shortName: z.string(),
  slug: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  ...aboutSchema.shape,
})

export const commonsSpaceId = demoId('commons')
const coordinationSpaceId = demoId('coordination')

/** The project around today, its participants, and how far its stages are. */
export async function loadProject(demo: DemoHub, network: DemoNetwork, file: unknown): Promise<void> {
  const { name, shortName, slug, startsOn, endsOn, ...about } = projectFile.parse(file)
  const shifted = spanOf(shiftDates(sixStages, demo.today))
  demo.turnTo(momentOf(addDays(shifted.startsOn, -10)))
  await demo.run('project', 'system', createProject, {
    spaceId: network.networkSpaceId,
    projectId: demoId('project'),
    commonsSpaceId,
    coordinationSpaceId,
    slug,
    name,
    shortName,
    startsOn: shifted.startsOn,
    endsOn: shifted.endsOn,
    about,
    coordinatorId: demoId('person coordinator'),
    template: 'six-stage',
    original: { startsOn, endsOn },
  })
  for (const { key, role } of demoPartners) await participate(demo, key, role)
  for (const { key } of demoMunicipalities) await participate(demo, key, 'municipality')
  await participate(demo, 'donor', 'observer')
  await planStages(demo)
}

async function participate(
  demo: DemoHub,
  key: string,
  role: 'lead' | 'partner' | 'municipality' | 'observer',
): Promise<void> {
  await demo.run(`participation ${key}`, 'coordinator', addParticipation, {
    spaceId: coordinationSpaceId,
    participationId: demoId(`participation ${key}`),
    organizationId: demoId(`organization ${key}`),
    role,
  })
}

const leads = {
  'research-design': 'ega',
  practices: 'partner-serbia',
  analysis: 'partner-georgia',
  drafting: 'ega',
  training: 'partner-montenegro',
  'follow-up': 'partner-serbia',
} as const
const completed = ['research-design', 'practices', 'analysis']
const active = ['drafting', 'training', 'follow-up']

async function planStages(demo: DemoHub): Promise<void> {
  for (const { id: stageId, key, starts_on: startsOn, ends_on: endsOn } of await stagesOf(demo)) {
    const input = { spaceId: commonsSpaceId, stageId }
    const lead = leads[key as keyof typeof leads]
    await demo.run(`lead ${key}`, 'coordinator', changeLead, {
      ...input,
      organizationId: demoId(`organization ${lead}`),
    })
    if ([...completed, ...active].includes(key))
      demo.plan(momentOf(startsOn), () => demo.run(`start ${key}`, 'coordinator', startStage, input))
    if (completed.includes(key))
      demo.plan(momentOf(endsOn, 450), () => demo.run(`complete ${key}`, 'coordinator', completeStage, input))
    if (key === 'follow-up')
      demo.plan(momentOf(startsOn, 30), () =>
        demo.run('open follow-up', 'coordinator', openStageToMunicipalities, input),
      )
  }
}

/** The project's stages with their spaces. */
export async function stagesOf(
  demo: DemoHub,
): Promise<{ id: string; key: string; space_id: string; starts_on: string; ends_on: string }[]> {
  const { reads } = demo.hub.kernel
  return reads
    .selectFrom('stage')
    .select(['id', 'key', 'space_id', 'starts_on', 'ends_on'])
    .where('project_id', '=', demoId('project'))
    .orderBy('position')
    .execute()
}
