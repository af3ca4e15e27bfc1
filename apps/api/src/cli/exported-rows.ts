const spaces = 'select id from space where project_id = $1'
const inProject = 'project_id = $1'
const inItsSpaces = `space_id in (${spaces})`
const below = (column: string, table: string): string => `${column} in (select id from ${table} where ${inItsSpaces})`
const submissions = `select id from submission where ${below('report_id', 'report')}`
const rollouts = 'select id from rollout where project_id = $1'
// What was handed in lies in the municipality's space; with the submission it became the project's.
const files = `${inItsSpaces} or id in (select file_id from submission_file where submission_id in (${submissions}))`
const organizations = `
  select organization_id from participation where project_id = $1
  union select organization_id from rollout where project_id = $1
  union select organization_id from rollout_partner where rollout_id in (${rollouts})
  union select lead_organization_id from stage where project_id = $1`
/** Everybody who takes part, or has left a trace: former members too. */
const people = `
  select person_id from space_member where ${inItsSpaces}
  union select person_id from project_coordinator where ${inProject}
  union select actor_id from event where ${inItsSpaces}
  union select author_id from message where ${below('thread_id', 'thread')}
  union select started_by from thread where ${inItsSpaces}
  union select created_by from task where ${inItsSpaces}
  union select unnest(assignee_ids) from task where ${inItsSpaces}
  union select reached_by from milestone where ${inItsSpaces}
  union select created_by from document where ${inItsSpaces}
  union select unnest(revised_by) from document where ${inItsSpaces}
  union select person_id from document_update where ${below('document_id', 'document')}
  union select published_by from document_version where ${below('document_id', 'document')}
  union select accepted_by from report where ${inItsSpaces}
  union select submitted_by from submission where id in (${submissions})
  union select returned_by from submission where id in (${submissions})
  union select added_by from file where ${files}
  union select person_id from upload where ${files}`
const municipalities = `
  select municipality_id from rollout where project_id = $1
  union select municipality_id from organization where id in (${organizations})`

const rowsOf = (table: string, where: string): string => `select * from "${table}" where ${where}`

/**
 * What belongs to a project, by table: statements that select it, `$1` being the project. Left out are drafts of reports,
 * which are the municipalities' own; what is secret (credentials, invitations, mail); and what concerns one person alone.
 */
export const exportedRows: Readonly<Record<string, string>> = {
  project_coordinator: rowsOf('project_coordinator', inProject),
  participation: rowsOf('participation', inProject),
  stage: rowsOf('stage', inProject),
  plan: rowsOf('plan', inItsSpaces),
  rollout: rowsOf('rollout', inProject),
  rollout_partner: rowsOf('rollout_partner', `rollout_id in (${rollouts})`),
  cycle: rowsOf('cycle', `rollout_id in (${rollouts})`),
  rollout_indicator: rowsOf('rollout_indicator', `rollout_id in (${rollouts})`),
  target_plan: rowsOf('target_plan', `rollout_id in (${rollouts})`),
  municipality: rowsOf('municipality', `id in (${municipalities})`),
  system: rowsOf(
    'system',
    `id in (select system_id from rollout where project_id = $1) or id in (select system_id from plan where ${inItsSpaces})`,
  ),
  indicator: rowsOf(
    'indicator',
    `id in (select indicator_id from rollout_indicator where rollout_id in (${rollouts}))`,
  ),
  wave: rowsOf('wave', inItsSpaces),
  space: rowsOf('space', inProject),
  space_member: rowsOf('space_member', inItsSpaces),
  organization: rowsOf('organization', `id in (${organizations})`),
  person: rowsOf('person', `id in (${people})`),
  seat: rowsOf('seat', `organization_id in (${organizations})`),
  seat_holder: rowsOf(
    'seat_holder',
    `person_id in (${people}) and seat_id in (select id from seat where organization_id in (${organizations}))`,
  ),
  thread: rowsOf('thread', inItsSpaces),
  message: rowsOf('message', below('thread_id', 'thread')),
  board_column: rowsOf('board_column', inItsSpaces),
  task: rowsOf('task', inItsSpaces),
  milestone: rowsOf('milestone', inItsSpaces),
  file: rowsOf('file', files),
  upload: rowsOf('upload', files),
  // Where the bytes lie, below the data folder.
  blob: `select id, 'files/' || right(id::text, 2) || '/' || id as path, size, sha256 from upload where ${files}`,
  document: rowsOf('document', inItsSpaces),
  document_log: rowsOf('document_log', below('document_id', 'document')),
  document_version: rowsOf('document_version', below('document_id', 'document')),
  document_update: rowsOf('document_update', below('document_id', 'document')),
  document_snapshot: rowsOf('document_snapshot', below('document_id', 'document')),
  report: rowsOf('report', inItsSpaces),
  submission: rowsOf('submission', `id in (${submissions})`),
  review_comment: rowsOf('review_comment', `submission_id in (${submissions})`),
  submission_file: rowsOf('submission_file', `submission_id in (${submissions})`),
  event: `${rowsOf('event', inItsSpaces)} order by space_id, seq`,
}
