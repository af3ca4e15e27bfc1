import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useHub } from '../lib/hub.tsx'
import { queryClient, trpc } from '../lib/trpc.ts'

/** What was closed to the person while this browser was away leaves its disk, and so do answers that nobody looks at. */
export function useForgetClosed(): void {
  const { client } = useHub()
  const { data: spaces, isFetchedAfterMount } = useQuery(trpc.spaces.mine.queryOptions({}))
  const before = useRef<readonly string[]>([])
  useEffect(() => {
    if (!spaces) return
    const mine = spaces.map(({ id }) => id)
    const isClosed = before.current.some((spaceId) => !mine.includes(spaceId))
    before.current = mine
    // What the disk said the last time says nothing of now.
    if (!isFetchedAfterMount) return
    client.keepOnly(mine)
    if (isClosed) queryClient.removeQueries({ type: 'inactive' })
  }, [client, spaces, isFetchedAfterMount])
}
