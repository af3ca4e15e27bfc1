import { useParams } from '@tanstack/react-router'
import { useTexts } from '../../lib/texts.tsx'
import { ThreadList } from './thread-list.tsx'

/** The tab *Discussion*: every thread of the space. */
export function ThreadsView() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t } = useTexts('threads')
  return (
    <section aria-label={t('threads:threads')} className="mx-auto w-full max-w-4xl lg:p-4">
      <ThreadList spaceId={spaceId} />
    </section>
  )
}
