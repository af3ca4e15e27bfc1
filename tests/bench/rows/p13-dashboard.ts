import { createPool } from '@kolo/database'
import { connectionOf } from '../../database/hub-database.ts'
import { compared, type Figure } from '../figures.ts'
import { fillReports } from '../fill-reports.ts'
import { repeated } from '../http.ts'
import { inOrder, type Row } from '../row.ts'

const count = 12

// What somebody would write who needs these figures once: `$1` the project, `$2` the person.
const visible = `rollout r join space_member m on m.space_id = r.space_id and m.person_id = $2 where r.project_id = $1`
const byHand: Readonly<Record<string, string>> = {
  'projects.matrix': `select r.*, mu.name, mu.latitude, mu.longitude,
      (select e.at from event e where e.space_id = r.space_id order by e.seq desc limit 1) as last_word_at
    from municipality mu join ${visible.replace('where', 'on mu.id = r.municipality_id where')} order by r.title`,
  'projects.map': `select mu.*, array_agg(r.health) as healths, count(*) from municipality mu
    join ${visible.replace('where', 'on mu.id = r.municipality_id where')} group by mu.id`,
  'indicators.overview': `with newest as (
      select distinct on (p.rollout_id) p.rollout_id, r.title, p.period_end, p.indicators, s.content
      from (select r.* from ${visible}) r join report p on p.rollout_id = r.id join submission s on s.id = p.accepted_submission_id
      where s.content -> 'nothingToReport' = 'false' order by p.rollout_id, p.period_start desc)
    select i ->> 'id' as id, sum((v ->> 'numerator')::numeric) as numerator, sum((v ->> 'denominator')::numeric) as denominator,
      sum((v ->> 'value')::numeric) as total, min((v ->> 'value')::numeric), max((v ->> 'value')::numeric),
      sum((v ->> 'value')::numeric * (v ->> 'weight')::numeric) as weighted, count(v),
      jsonb_agg(jsonb_build_object('rolloutId', rollout_id, 'title', title, 'periodEnd', period_end, 'value', v)) as sources
    from newest, jsonb_array_elements(indicators) i, lateral (select content -> 'values' -> (i ->> 'id') as v) value group by 1`,
  'reports.completeness': `select r.id as rollout_id, r.title, p.id, p.period_start, p.period_end, p.due_on, p.state, p.first_submitted_at
    from (select r.* from ${visible}) r join report p on p.rollout_id = r.id
    where p.period_start >= current_date - interval '1 year' order by r.title, p.period_start`,
  'reports.callToday': `with r as (select r.* from ${visible})
    select r.id, r.title, (select e.at from event e where e.space_id = r.space_id order by e.seq desc limit 1) as last_word_at,
      (select min(due_on) from report p where p.rollout_id = r.id and first_submitted_at is null and due_on < current_date) as overdue,
      (select jsonb_agg(jsonb_build_object('health', s.content -> 'health', 'blockedBy', s.content -> 'blockedBy', 'nothing', s.content -> 'nothingToReport')) from (
        select accepted_submission_id from report p where p.rollout_id = r.id and accepted_submission_id is not null
        order by period_start desc limit 6) last join submission s on s.id = last.accepted_submission_id) as said
    from r`,
}

/** The coordinator's screens over a project of 174 municipalities, 4 systems, 24 monthly reports and 8 indicators. */
export const p13: Row = {
  id: 'P13',
  title: 'dashboard and matrix: 174 municipalities × 4 systems × 24 monthly reports × 8 indicators',
  target: '≤ 1.5 × SQL written by hand, ≤ 200 ms',
  goals: Object.keys(byHand).flatMap((label) => [
    { label, of: 'ratio', atMost: 1.5 },
    { label, of: 'p50', atMost: 200 },
  ]),
  once: true,
  async measure(stage) {
    const { projectId, personId } = await fillReports(stage)
    const pool = createPool(await connectionOf(stage.dataDir), { onError: () => undefined })
    const figures: Figure[] = []
    for (const [label, text] of Object.entries(byHand)) {
      const path = `/trpc/${label}?input=${encodeURIComponent(JSON.stringify({ projectId }))}`
      const ask = async (): Promise<void> => {
        const { status, text: said } = await stage.writer.client.get(path)
        if (status !== 200) throw new Error(`${label} answered ${status}: ${said}`)
      }
      const query = async (): Promise<void> => {
        JSON.stringify((await pool.query({ name: label, text, values: [projectId, personId] })).rows)
      }
      const [hub, floor] = await inOrder(
        () => repeated(count, ask),
        () => repeated(count, query),
      )
      figures.push(compared(label, 'ms', hub, floor))
    }
    await pool.end()
    return figures
  },
}
