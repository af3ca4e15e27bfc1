import { useParams } from '@tanstack/react-router'
import { Activity } from './activity.tsx'
import { SpaceFacts } from './space-facts.tsx'

/** The first tab: what the space is about, and what happened in it. */
export function SpaceOverview() {
  const { spaceId = '' } = useParams({ strict: false })
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 p-4 lg:p-6">
      <SpaceFacts spaceId={spaceId} />
      <Activity spaceId={spaceId} />
    </div>
  )
}
