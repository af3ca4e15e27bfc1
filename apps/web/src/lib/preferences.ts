import type { Rendition } from '@kolo/i18n'
import { preferencesChoose } from '@kolo/domain/people/people.decide'
import { useCallback } from 'react'
import { useSend, useSpace } from './hub.tsx'
import { useSession } from './session.tsx'
import { useChangeRendition } from './rendition.ts'
import { showTheme, type Theme } from './theme.ts'

/** The person's language and look: shown at once, remembered in the personal space and so on every device. */
export function usePreferences(): {
  readonly theme: Theme
  setRendition(rendition: Rendition): Promise<void>
  setTheme(theme: Theme): Promise<void>
} {
  const session = useSession()
  const spaceId = session.personalSpaceId
  const { state } = useSpace(spaceId)
  const send = useSend()
  const changeRendition = useChangeRendition()
  const setRendition = useCallback(
    async (rendition: Rendition) => {
      localStorage.setItem('kolo-rendition', rendition)
      await changeRendition(rendition)
      await send(preferencesChoose, 'people.choosePreferences', { spaceId, rendition })
    },
    [changeRendition, send, spaceId],
  )
  const setTheme = useCallback(
    async (theme: Theme) => {
      showTheme(theme)
      await send(preferencesChoose, 'people.choosePreferences', { spaceId, theme })
    },
    [send, spaceId],
  )
  return { theme: state?.preferences?.theme ?? session.theme, setRendition, setTheme }
}
