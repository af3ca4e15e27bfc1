import { onDatabase } from '../database/hub-database.ts'
import type { Stage } from './stage.ts'

/** A project of the size that a ministry has: so many rollouts, each with two years of monthly reports. */
export type LargeProject = {
  readonly projectId: string
  /** Who coordinates it. */
  readonly personId: string
  readonly indicatorIds: readonly string[]
}

const [municipalities, systems, months, indicators] = [174, 4, 24, 8]

/**
 * Fills the demo's project past the log, as only a bench may: every municipality with every system, all reports accepted,
 * one in fifteen with nothing to report, one value in ten missing. What stood there before stays.
 */
export async function fillReports({ dataDir, writer }: Pick<Stage, 'dataDir' | 'writer'>): Promise<LargeProject> {
  const { person } = await writer.api.sessions.current.query()
  const personId = person?.id ?? ''
  return onDatabase(dataDir, async (run) => {
    const [project] = await run(
      `select p.id from project p join project_coordinator c on c.project_id = p.id where c.person_id = $1 limit 1`,
      [personId],
    )
    const projectId = String(project?.['id'])
    const chosen = await run(
      `select id from (select distinct on (rollup) id, rollup from indicator order by rollup, key) each
       union select id from indicator limit ${indicators}`,
    )
    const indicatorIds = chosen.slice(0, indicators).map(({ id }) => String(id))
    await run(
      `insert into organization (id, kind, name, country, color, municipality_id, created_at)
       select gen_random_uuid(), 'municipality', m.name, m.country, '#64748b', m.id, now() from municipality m
       where not exists (select from organization o where o.municipality_id = m.id)
       order by m.name limit ${municipalities}`,
    )
    await run(
      `insert into participation (id, project_id, organization_id, role, since)
       select gen_random_uuid(), $1, o.id, 'municipality', now() from organization o
       where o.municipality_id is not null
         and not exists (select from participation p where p.project_id = $1 and p.organization_id = o.id and p.ended_at is null)`,
      [projectId],
    )
    await fillRollouts(run, projectId, personId)
    await fillAccepted(run, { projectId, personId, indicatorIds })
    await run('analyze')
    return { projectId, personId, indicatorIds }
  })
}

type Run = Parameters<Parameters<typeof onDatabase>[1]>[0]

async function fillRollouts(run: Run, projectId: string, personId: string): Promise<void> {
  await run(`create temp table large as
    select gen_random_uuid() as rollout_id, gen_random_uuid() as space_id, o.municipality_id, o.id as organization_id,
      s.id as system_id, s.name || ' · ' || o.name as title
    from (select * from organization where municipality_id is not null order by name limit ${municipalities}) o
    cross join (select * from system order by key limit ${systems}) s
    where not exists (select from rollout r where r.municipality_id = o.municipality_id and r.system_id = s.id)`)
  await run(
    `insert into space (id, kind, project_id, title, created_at) select space_id, 'rollout', $1, title, now() from large`,
    [projectId],
  )
  await run(
    `insert into space_member (space_id, person_id, role, via) select space_id, $1, 'coordinator', 'project' from large`,
    [personId],
  )
  await run(
    `insert into event (space_id, seq, type, version, actor_id, command_id, at, payload, payload_hash, hash)
     select space_id, n, 'space.opened', 1, $1, gen_random_uuid(), now(), '{}', '', '' from large, generate_series(1, 30) n`,
    [personId],
  )
  await run(
    `insert into rollout (id, project_id, space_id, municipality_id, organization_id, system_id, title, phase, health, health_at, progress, starts_on, created_at)
     select rollout_id, $1, space_id, municipality_id, organization_id, system_id, title, 'pilot',
       (array['onTrack','atRisk','offTrack'])[1 + floor(random() * 3)], now(), floor(random() * 100), current_date - 800, now()
     from large`,
    [projectId],
  )
}

async function fillAccepted(run: Run, { projectId, personId, indicatorIds }: LargeProject): Promise<void> {
  await run(
    `create temp table said as
     select gen_random_uuid() as report_id, gen_random_uuid() as submission_id, l.*,
       (date_trunc('month', current_date) - make_interval(months => n))::date as period_start, random() < 1 / 15.0 as silent
     from large l, generate_series(1, ${months}) n`,
  )
  await run(
    `insert into report (id, rollout_id, title, space_id, municipality_space_id, period_start, period_end, due_on, indicators, state, opened_at, first_submitted_at, accepted_by, accepted_at)
     select report_id, rollout_id, title, space_id, space_id, period_start, period_start + interval '1 month' - interval '1 day',
       period_start + 45, (select jsonb_agg(jsonb_build_object('id', id, 'key', key, 'name', name, 'unit', unit, 'kind', kind, 'direction', direction, 'rollup', rollup, 'reference', reference) order by key)
         from indicator where id = any($1::uuid[])),
       'accepted', period_start, period_start + 40, $2, period_start + 44 from said`,
    [indicatorIds, personId],
  )
  await run(
    `insert into submission (id, report_id, number, content, sha256, submitted_by, submitted_at)
     select submission_id, report_id, 1, jsonb_build_object('health', case when silent then null else 'onTrack' end,
       'progress', case when silent then null else 50 end, 'done', case when silent then '' else repeat('Clerks were trained. ', 10) end,
       'blockedBy', '', 'helpNeeded', '', 'nextSteps', '', 'nothingToReport', silent,
       'values', case when silent then '{}'::jsonb else coalesce((
         select jsonb_object_agg(id, case kind
           when 'ratio' then jsonb_build_object('numerator', floor(random() * 50), 'denominator', 50 + floor(random() * 50))
           when 'weighted' then jsonb_build_object('value', random() * 100, 'weight', 1 + floor(random() * 100))
           when 'boolean' then jsonb_build_object('value', floor(random() * 2))
           when 'level' then jsonb_build_object('value', floor(random() * 5))
           else jsonb_build_object('value', floor(random() * 1000)) end)
         from indicator where id = any($1::uuid[]) and hashtext(id::text || submission_id::text) % 10 <> 0), '{}') end),
       repeat('0', 64), $2, period_start + 40 from said`,
    [indicatorIds, personId],
  )
  await run(`update report set accepted_submission_id = said.submission_id from said where said.report_id = report.id`)
  const [filled] = await run(
    'select count(*)::int as reports from report where rollout_id in (select id from rollout where project_id = $1)',
    [projectId],
  )
  if (Number(filled?.['reports']) < municipalities * systems * months * 0.9)
    throw new Error('The project is not filled.')
}
