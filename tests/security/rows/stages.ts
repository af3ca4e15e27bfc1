import { type Case, inPlaces, type Rows } from '../table.ts'
import type { World } from '../world.ts'

async function stage(world: World, key: string): Promise<string> {
  const rows = world.served.hub.db.selectFrom('stage').select('id').where('project_id', '=', world.projectId)
  return (await rows.where('key', '=', key).executeTakeFirstOrThrow()).id
}

/** On a stage that stands where the step begins. */
const onStage = (key: string, more: object = {}): Case[] =>
  inPlaces(['commons'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    stageId: await stage(world, key),
    ...more,
  }))

/** The coordinator runs the stages. */
export const stages: Rows = {
  'stages.changeDates': onStage('analysis', { startsOn: '2026-02-01', endsOn: '2026-03-01' }),
  'stages.changeLead': onStage('analysis', { organizationId: null }),
  'stages.start': onStage('drafting'),
  'stages.plan': onStage('drafting'),
  'stages.bringToGate': onStage('training'),
  'stages.complete': onStage('follow-up'),
  'stages.reopen': onStage('practices', { reason: 'More cases came in.' }),
  'stages.openToMunicipalities': onStage('analysis'),
}
