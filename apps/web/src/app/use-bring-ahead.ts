import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useBringTexts } from '../lib/texts.tsx'

/** Brings the code and the words of every tab of a space while nothing else happens, so that they open without a network. */
export function useBringAhead(): void {
  const router = useRouter()
  const bringTexts = useBringTexts()
  useEffect(() => {
    let isOver = false
    const bring = async (): Promise<void> => {
      if (!navigator.onLine) return
      await bringTexts()
      const views = Object.values(router.routesById).filter(({ id }) => ahead.test(id))
      for (const { options } of views) {
        // What fails once, the browser doesn't ask for again before the page is reloaded.
        if (isOver || !navigator.onLine) return
        // One after the other: what the person asks for meanwhile comes first.
        await options.component?.preload?.()
      }
      await Promise.all([
        import('../features/stages/stage-overview.tsx'),
        import('../features/rollouts/rollout-overview.tsx'),
        import('./palette.tsx'),
        import('./person-menu-open.tsx'),
        import('./outbox-dialog.tsx'),
      ])
    }
    // What can't be brought now is tried when the network is back.
    const begin = (): void => void bring().catch(() => undefined)
    const timer = setTimeout(begin, 1_000)
    window.addEventListener('online', begin)
    return () => {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('online', begin)
    }
  }, [router, bringTexts])
}

/** Home, reports and everything inside a space, by the ids that the router gives them. */
const ahead = /^\/in\/($|reports$|spaces\/\$spaceId)/
