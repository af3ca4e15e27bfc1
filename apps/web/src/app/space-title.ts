import { useCallback } from 'react'
import { useTexts } from '../lib/texts.tsx'

/** What a space is called on the screen: its own title, or the word for its kind where there is just one of them. */
export function useSpaceTitle(): (space: { readonly kind: string | null; readonly title: string }) => string {
  const { t } = useTexts('spaces')
  return useCallback(
    (space) => {
      if (space.kind === 'network') return t('spaces:network')
      if (space.kind === 'coordination') return t('spaces:coordination')
      if (space.kind === 'commons') return t('spaces:commons')
      return space.title
    },
    [t],
  )
}
