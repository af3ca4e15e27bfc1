import { useEffect, useId } from 'react'
import { useTexts } from './texts.tsx'

type Titled = { readonly title: string; readonly isPart: boolean }
const shown = new Map<string, Titled>()

/**
 * Names the page in the browser's tab and history as long as the component is there. `isPart` marks what is open inside
 * a page that has a name too, such as a document of a space: it wins, and gives the page its name back when it closes.
 */
export function usePageTitle(title: string | undefined, isPart = false): void {
  const { t } = useTexts('core')
  const id = useId()
  const full = title ? `${title} · ${t('core:appName')}` : t('core:appName')
  useEffect(() => {
    shown.set(id, { title: full, isPart })
    show()
    return () => {
      shown.delete(id)
      show()
    }
  }, [id, full, isPart])
}

function show(): void {
  const titles = [...shown.values()]
  const chosen = titles.findLast(({ isPart }) => isPart) ?? titles.at(-1)
  if (chosen) document.title = chosen.title
}
