import { LinkButton } from '@kolo/ui'
import { useTexts } from '../lib/texts.tsx'

/** Absent, or not for this person: the same words. */
export function NotFound() {
  const { t } = useTexts('core', 'errors', 'shell')
  return (
    <div className="flex min-h-64 flex-col items-center justify-center gap-4 p-8 text-center">
      <p className="max-w-md text-lg">{t('errors:notFound')}</p>
      <LinkButton href="/">{t('shell:home')}</LinkButton>
    </div>
  )
}
