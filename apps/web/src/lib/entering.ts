import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { trpc } from './trpc.ts'

/** An address inside the hub, or its start: never one that leads elsewhere, nor back to signing in. */
export function insideAddress(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\]|sign-in(?![\w-]))/.test(next) ? next : '/'
}

/** After the server has opened a session: nothing of whoever was here before is kept, then the way leads on. */
export function useEntering(): (href: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useCallback(
    async (href) => {
      client.clear()
      await client.query({ ...trpc.sessions.current.queryOptions(), staleTime: 0 })
      await navigate({ href, replace: true })
    },
    [client, navigate],
  )
}
