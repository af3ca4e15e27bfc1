import type { BoardColumnTable, TaskTable } from './boards.ts'
import type { FileTable, UploadTable } from './files.ts'
import type {
  AuthLimitTable,
  AuthLinkTable,
  AuthPasswordTable,
  AuthSessionTable,
  InvitationTable,
  MailboxTable,
  MailDeliveryTable,
} from './identity.ts'
import type {
  CommandResultTable,
  EventTable,
  GrantedMemberView,
  InstallationTable,
  SpaceMemberTable,
  SpaceTable,
} from './kernel.ts'
import type {
  MunicipalityTable,
  OrganizationTable,
  PersonTable,
  SeatHolderTable,
  SeatTable,
  SystemTable,
} from './network.ts'
import type {
  ParticipationTable,
  ProjectCoordinatorTable,
  ProjectTable,
  RolloutPartnerTable,
  RolloutTable,
  StageTable,
} from './projects.ts'
import type {
  DocumentLogTable,
  DocumentSnapshotTable,
  DocumentTable,
  DocumentUpdateTable,
  DocumentVersionTable,
} from './documents.ts'
import type { CycleTable } from './cycles.ts'
import type { PlanTable } from './plans.ts'
import type { WaveTable } from './waves.ts'
import type { MilestoneTable } from './milestones.ts'
import type { TargetPlanTable } from './targets.ts'
import type {
  ApprovalLinkTable,
  IndicatorTable,
  ReportDraftTable,
  ReportTable,
  ReviewCommentTable,
  SubmissionFileTable,
  RolloutIndicatorTable,
  SubmissionTable,
} from './reports.ts'
import type { MessageTable, ThreadReadTable, ThreadTable } from './threads.ts'

/** Every table there is. */
export type Database = {
  installation: InstallationTable
  space: SpaceTable
  space_member: SpaceMemberTable
  event: EventTable
  command_result: CommandResultTable
  granted_member: GrantedMemberView
  municipality: MunicipalityTable
  organization: OrganizationTable
  person: PersonTable
  seat: SeatTable
  seat_holder: SeatHolderTable
  system: SystemTable
  project: ProjectTable
  project_coordinator: ProjectCoordinatorTable
  participation: ParticipationTable
  stage: StageTable
  rollout: RolloutTable
  rollout_partner: RolloutPartnerTable
  thread: ThreadTable
  message: MessageTable
  thread_read: ThreadReadTable
  board_column: BoardColumnTable
  task: TaskTable
  upload: UploadTable
  file: FileTable
  document: DocumentTable
  document_log: DocumentLogTable
  document_update: DocumentUpdateTable
  document_snapshot: DocumentSnapshotTable
  document_version: DocumentVersionTable
  auth_password: AuthPasswordTable
  auth_session: AuthSessionTable
  auth_link: AuthLinkTable
  auth_limit: AuthLimitTable
  invitation: InvitationTable
  mail_delivery: MailDeliveryTable
  approval_link: ApprovalLinkTable
  mailbox: MailboxTable
  indicator: IndicatorTable
  rollout_indicator: RolloutIndicatorTable
  cycle: CycleTable
  plan: PlanTable
  wave: WaveTable
  target_plan: TargetPlanTable
  milestone: MilestoneTable
  report: ReportTable
  report_draft: ReportDraftTable
  submission: SubmissionTable
  review_comment: ReviewCommentTable
  submission_file: SubmissionFileTable
}
