import { everyPerson, participants } from '../people.ts'
import { anybody, inPlaces, only, type Rows, signedIn } from '../table.ts'
import {
  municipalityOf,
  nextPeriod,
  reportAwaitingApproval,
  reportOf,
  reportToApprove,
  rolloutId,
  submittedReport,
  writtenReport,
} from '../things.ts'
import { newId } from '../world.ts'

const writers = ['reporter', 'approver'] as const
const secret = 'A'.repeat(43)

/** The coordinator asks and reviews, the municipality writes; nobody else sees a draft. */
export const reports: Rows = {
  'reports.open': inPlaces(['rollout'], ['coordinator'], (_world, { spaceId }) => ({
    spaceId,
    reportId: newId(),
    rolloutId,
    ...nextPeriod(),
  })),
  'reports.saveDraft': inPlaces(['municipality'], writers, async (world, { spaceId }) => ({
    spaceId,
    reportId: await reportOf(world),
    changes: [{ field: 'done', value: 'Something', base: null }],
  })),
  'reports.submit': inPlaces(['municipality'], writers, async (world, { spaceId }) => ({
    spaceId,
    reportId: await writtenReport(world),
    submissionId: newId(),
  })),
  'reports.askApproval': inPlaces(['municipality'], writers, async (world, { spaceId }) => ({
    spaceId,
    reportId: await reportToApprove(world),
  })),
  'reports.approve': inPlaces(['municipality'], ['approver'], async (world, { spaceId }) => ({
    spaceId,
    ...(await reportAwaitingApproval(world)),
    submissionId: newId(),
  })),
  'reports.declineApproval': inPlaces(['municipality'], ['approver'], async (world, { spaceId }) => ({
    spaceId,
    ...(await reportAwaitingApproval(world)),
    word: 'The figure of October is missing.',
  })),
  'reports.showApproval': anybody(() => ({ secret }), 'notFound'),
  'reports.approveByLink': anybody(() => ({ secret, submissionId: newId() }), 'notFound'),
  'reports.declineByLink': anybody(() => ({ secret, word: 'No' }), 'notFound'),
  'reports.return': inPlaces(['rollout'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    ...(await submittedReport(world)),
    comments: [{ field: 'done', body: 'What happened?' }],
  })),
  'reports.accept': inPlaces(['rollout'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    ...(await submittedReport(world)),
  })),
  'reports.mine': signedIn(),
  'reports.reviewQueue': signedIn(),
  'reports.callToday': only(participants, (world) => ({ projectId: world.projectId })),
  'reports.ofMunicipality': only(everyPerson, municipalityOf),
  'reports.waiting': only(participants, (world) => ({ projectId: world.projectId })),
  'reports.completeness': only(participants, (world) => ({ projectId: world.projectId })),
  'reports.lastValues': inPlaces(
    ['rollout'],
    ['coordinator', 'editor', 'reporter', 'approver'],
    async (world, { spaceId }) => ({
      spaceId,
      reportId: (await submittedReport(world)).reportId,
    }),
  ),
  'reports.results': only(participants, (world) => ({ projectId: world.projectId })),
}
