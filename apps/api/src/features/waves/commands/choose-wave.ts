import { waveChoose } from '@kolo/domain/waves/waves.decide'
import { waveChosen } from '@kolo/domain/waves/waves.events'
import { afterChoice } from '@kolo/domain/waves/waves.fold'
import { command, ownSpace } from '../../../kernel/command.ts'
import { coordinatedProject } from '../../organizations/organizations.queries.ts'
import { waveOf } from '../waves.queries.ts'

/** Says which rollouts begin together. */
export const chooseWave = command(waveChoose, {
  spaces: ownSpace,
  async handle({ tx, input: { spaceId }, decide }) {
    const [project, wave] = await Promise.all([coordinatedProject(tx.read, spaceId), waveOf(tx.read, spaceId)])
    const events = decide({ isCoordination: project !== undefined, wave })
    for (const event of events) {
      const next = afterChoice(wave, waveChosen.payload.parse(event.payload))
      const row = {
        plan_ids: [...next.planIds],
        municipality_ids: [...next.municipalityIds],
        partner_organization_ids: [...next.partnerOrganizationIds],
        starts_on: next.startsOn,
      }
      tx.write((db) =>
        db
          .insertInto('wave')
          .values({ space_id: spaceId, ...row })
          .onConflict((conflict) => conflict.column('space_id').doUpdateSet(row)),
      )
    }
    return events
  },
})
