import { createTexts, localeOf, type Rendition, type Texts, toLatin } from '@kolo/i18n'
import { installAriaStrings } from '@kolo/ui'
import { useCallback } from 'react'
import { useChangeTexts } from './texts.tsx'

/** Starts the texts for the first screen, and the components' own words. */
export async function startTexts(rendition: Rendition): Promise<Texts> {
  const [texts] = await Promise.all([
    createTexts(rendition, ['core']),
    installAriaStrings(localeOf(rendition), toLatin),
  ])
  return texts
}

/** Switches everything to another rendition at once. */
export function useChangeRendition(): (rendition: Rendition) => Promise<void> {
  const changeTexts = useChangeTexts()
  return useCallback(
    async (rendition) => {
      // The components' own words first, so that nothing is drawn in two languages.
      await installAriaStrings(localeOf(rendition), toLatin)
      await changeTexts(rendition)
    },
    [changeTexts],
  )
}
