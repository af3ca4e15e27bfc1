import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { ProjectPartOfPerson } from '@kolo/domain/projects/projects'
import type { StageState } from '@kolo/domain/stages/stages'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { stagesOfCommons } from '../stages/stages.queries.ts'
import { spacesOfMember } from './overview.queries.ts'
import { participates } from './projects.queries.ts'

/** Why a stage can't be opened: not opened to municipalities yet, or the person has no seat that opens spaces. */
export type Locked = 'notOpened' | 'noSeat'

/** What the sidebar shows of a project. */
export type ProjectNavigation = {
  readonly id: string
  readonly slug: string
  readonly shortName: string
  readonly part: ProjectPartOfPerson
  readonly commonsSpaceId: string | null
  readonly coordinationSpaceId: string | null
  readonly stages: readonly {
    readonly id: string
    readonly key: string
    readonly name: string
    readonly position: number
    readonly state: StageState
    readonly startsOn: string
    readonly endsOn: string
    readonly spaceId: string | null
    readonly locked: Locked | null
  }[]
  readonly rollouts: readonly {
    readonly id: string
    readonly title: string
    readonly spaceId: string
    readonly municipalityId: string
    readonly systemId: string
    readonly health: string | null
  }[]
}

/** The spaces of a project in order: those that the person may open by id, closed stages with the reason. */
export const projectNavigation = query('projects.navigation', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId }): Promise<ProjectNavigation> {
    const [part, project] = await Promise.all([
      participates(db, personId, input.projectId),
      db.selectFrom('project').selectAll().where('id', '=', input.projectId).executeTakeFirst(),
    ])
    if (!part || !project) throw notFound()
    const [mine, stages, rollouts] = await Promise.all([
      spacesOfMember(db, personId, project.id),
      stagesOfCommons(db, project.commons_space_id),
      visibleRollouts(db, personId, { projectId: project.id }),
    ])
    const open = (spaceId: string): string | null => (mine.has(spaceId) ? spaceId : null)
    return {
      id: project.id,
      slug: project.slug,
      shortName: project.short_name,
      part,
      commonsSpaceId: open(project.commons_space_id),
      coordinationSpaceId: open(project.coordination_space_id),
      stages: stages.map(({ id, key, name, position, state, startsOn, endsOn, spaceId, openedAt }) => {
        const locked: Locked = part === 'municipality' && openedAt === null ? 'notOpened' : 'noSeat'
        const opened = open(spaceId)
        return {
          id,
          key,
          name,
          position,
          state,
          startsOn,
          endsOn,
          spaceId: opened,
          locked: opened === null ? locked : null,
        }
      }),
      rollouts: rollouts.flatMap(({ id, title, spaceId, municipalityId, systemId, health }) =>
        spaceId === null ? [] : [{ id, title, spaceId, municipalityId, systemId, health }],
      ),
    }
  },
})
