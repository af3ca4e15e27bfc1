import { useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** Who is writing in the thread right now. */
export function Typing({ spaceId, threadId }: { spaceId: string; threadId: string }) {
  const { t } = useTexts('threads')
  const { present } = useSpace(spaceId)
  const { id } = useSession()
  const { lookup } = usePeople()
  const writing = present.filter((person) => person.typing === threadId && person.personId !== id)
  const [first] = writing
  return (
    <p aria-live="polite" className="h-5 px-4 text-sm text-muted">
      {first && (writing.length > 1 ? t('threads:typingMany') : t('threads:typing', { person: lookup(first.personId).name }))}
    </p>
  )
}
