import type { CommandResultTable, EventTable, GrantedMemberView, InstallationTable, SpaceMemberTable, SpaceTable } from './kernel.ts'
import type { MunicipalityTable, OrganizationTable, PersonTable, SeatHolderTable, SeatTable, SystemTable } from './network.ts'
import type { ParticipationTable, ProjectCoordinatorTable, ProjectTable, RolloutPartnerTable, RolloutTable, StageTable } from './projects.ts'
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
}
