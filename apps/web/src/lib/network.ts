import { type SpaceView, useSpace } from './hub.tsx'
import { useSession } from './session.tsx'

/** The network's space: organizations, seats, accounts, invitations, live. Below the administration only. */
export function useNetwork(): SpaceView {
  const { networkSpaceId } = useSession()
  if (!networkSpaceId) throw new Error('useNetwork is for administrators.')
  return useSpace(networkSpaceId)
}
