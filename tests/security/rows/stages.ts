import { type Case, inPlaces, type Rows } from '../table.ts'
import type { World } from '../world.ts'

async function stage(world: World, key: string): Promise<string> {
  const rows = world.served.hub.db.selectFrom('stage').select('id').where('project_id', '=', world.projectId)
  return (await rows.where('key', '=', key).executeTakeFirstOrThrow()).id
}

/** On a stage that stands where the step begins, or is brought there by another step. */
const onStage = (key: string, more: object = {}, before: readonly string[] = []): Case[] =>
  inPlaces(['commons'], ['coordinator'], async (world, { spaceId, host }) => {
    const input = { spaceId, stageId: await stage(world, key) }
    for (const path of before) await world.make(host, path, input)
    return { ...input, ...more }
  })

/** The coordinator runs the stages. */
export const stages: Rows = {
  'stages.changeDates': onStage('analysis', { startsOn: '2026-02-01', endsOn: '2026-03-01' }),
  'stages.changeLead': onStage('analysis', { organizationId: null }),
  'stages.start': onStage('drafting', {}, ['stages.plan']),
  'stages.plan': onStage('training'),
  'stages.bringToGate': onStage('drafting'),
  'stages.complete': onStage('follow-up'),
  'stages.reopen': onStage('practices', { reason: 'More cases came in.' }),
  'stages.openToMunicipalities': onStage('analysis'),
}
