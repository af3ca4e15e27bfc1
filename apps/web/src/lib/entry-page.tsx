import { isRendition, ownName, renditions } from '@kolo/i18n'
import { type ReactNode, useEffect } from 'react'
import { usePageTitle } from './page-title.ts'
import { useChangeTexts, useTexts } from './texts.tsx'
import { rememberedTheme, showTheme } from './theme.ts'

/**
 * The frame of what a signed-out visitor sees: one column, and the choice of language. Native elements only: these pages
 * have to be there at once on a bad line.
 */
export function EntryPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t, rendition } = useTexts('core')
  const changeRendition = useChangeTexts()
  useEffect(() => showTheme(rememberedTheme()), [])
  usePageTitle(title)
  const choose = (chosen: string): void => {
    if (!isRendition(chosen)) return
    localStorage.setItem('kolo-rendition', chosen)
    void changeRendition(chosen)
  }
  return (
    <div className="flex min-h-dvh flex-col bg-canvas text-text">
      <header className="flex items-center justify-between gap-4 px-4 py-3">
        <span className="flex items-center gap-2 font-semibold">
          <img src="/icon.svg" alt="" className="size-6" />
          {t('core:appName')}
        </span>
        <select
          aria-label={t('core:language')}
          value={rendition}
          onChange={(event) => choose(event.target.value)}
          className="focus-ring min-h-8 rounded border border-line-strong bg-surface px-2 pointer-coarse:min-h-11"
        >
          {renditions.map((each) => (
            <option key={each} value={each} lang={each}>
              {ownName(each)}
            </option>
          ))}
        </select>
      </header>
      <main className="mx-auto flex w-full max-w-md flex-col gap-5 px-4 pt-6 pb-12 sm:pt-16">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {children}
      </main>
    </div>
  )
}
