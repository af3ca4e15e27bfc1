import { useTexts } from '../lib/texts.tsx'

/** What stands where a screen is about to be. */
export function ScreenSkeleton() {
  const { t } = useTexts('core')
  return (
    <div role="status" aria-label={t('core:loading')} className="flex flex-col gap-3 p-6">
      <div className="h-7 w-64 max-w-full animate-breathe rounded bg-hover" />
      <div className="h-4 w-96 max-w-full animate-breathe rounded bg-hover" />
      <div className="mt-4 h-40 animate-breathe rounded bg-hover" />
    </div>
  )
}
