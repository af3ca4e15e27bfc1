import {
  Button,
  EmptyState,
  ErrorState,
  Notice,
  OfflineNotice,
  Panel,
  ProgressBar,
  SkeletonList,
  Spinner,
  StatusPill,
} from '@kolo/ui'
import { Inbox } from 'lucide-react'

/** What the page says about itself. */
export function Feedback() {
  return (
    <>
      <Panel title="States" isFlush>
        <OfflineNotice title="No connection">2 changes wait and will be sent.</OfflineNotice>
        <div className="flex flex-wrap gap-4 p-4">
          <StatusPill state="saving" label="Saving" />
          <StatusPill state="saved" label="Saved" />
          <StatusPill state="waiting" label="Waits for the line" />
          <StatusPill state="refused" label="Not accepted" />
          <Spinner label="Loading" />
        </div>
        <div className="flex flex-col gap-3 px-4 pb-4">
          <ProgressBar label="Criteria" value={5} max={6} valueLabel="5 of 6" />
          <ProgressBar label="Uploading" />
          <Notice title="Opened to municipalities">They see this stage and all of its history.</Notice>
          <Notice tone="attention" title="Due in two days" action={<Button size="sm">Write report</Button>}>
            Two numbers are missing.
          </Notice>
          <Notice tone="danger">The file is too large.</Notice>
          <Notice tone="success">The gate was passed.</Notice>
        </div>
        <div className="border-t px-4">
          <SkeletonList label="Loading threads" rows={3} hasAvatar />
        </div>
      </Panel>
      <Panel title="Empty and failed" isFlush>
        <EmptyState
          icon={Inbox}
          title="Nothing waits for you"
          action={<Button variant="primary">Start a discussion</Button>}
        >
          Reports, sign-offs and tasks that need you will stand here.
        </EmptyState>
        <div className="border-t">
          <ErrorState
            title="The board couldn't be loaded"
            retryLabel="Try again"
            onRetry={() => undefined}
            errorId="0193-ab12"
          >
            Check the connection, then try again.
          </ErrorState>
        </div>
      </Panel>
    </>
  )
}
