import type { SpaceState } from '@kolo/domain/events/parts'
import type { Subject } from '@kolo/domain/threads/threads'
import type { Translate } from '@kolo/i18n'
import { TextLink } from '@kolo/ui'

/** What a thread hangs on, in words and as an address; undefined where it is about the space as a whole. */
export function describeSubject(
  t: Translate,
  spaceId: string,
  state: SpaceState,
  subject: Subject,
): { readonly text: string; readonly href?: string } | undefined {
  const space = `/spaces/${spaceId}`
  switch (subject.kind) {
    case 'space':
      return undefined
    case 'task': {
      const task = state.board.tasks[subject.taskId]
      return task
        ? { text: t('threads:onTask', { title: task.title }), href: `${space}/boards?task=${task.id}` }
        : { text: t('threads:onGone') }
    }
    case 'passage': {
      const document = state.documents[subject.documentId]
      return document
        ? { text: t('threads:onPassage', { title: document.title }), href: `${space}/documents/${document.id}` }
        : { text: t('threads:onGone') }
    }
    case 'report':
      return { text: t('threads:onReport'), href: `${space}/reports/${subject.reportId}` }
  }
}

type Props = { readonly t: Translate; readonly spaceId: string; readonly state: SpaceState; readonly subject: Subject }

/** The same as a link; with the passage's own words, where it is about one. */
export function SubjectLine({ t, spaceId, state, subject }: Props) {
  const about = describeSubject(t, spaceId, state, subject)
  if (!about) return null
  return (
    <div className="flex min-w-0 flex-col gap-1 text-sm text-muted">
      <span className="truncate">{about.href ? <TextLink href={about.href}>{about.text}</TextLink> : about.text}</span>
      {subject.kind === 'passage' && subject.quote !== '' && (
        <q className="line-clamp-2 border-l-2 border-mark pl-2 font-serif wrap-anywhere quotes-none">{subject.quote}</q>
      )}
    </div>
  )
}
