import type { DocumentEntry } from '@kolo/domain/documents/documents'
import { can } from '@kolo/domain/documents/documents.policy'
import { AvatarGroup, Badge, EmptyState, SkeletonList } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { FileX } from 'lucide-react'
import { type SpaceView, useSpace } from '../../lib/hub.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { DocumentEditor } from './document-editor.tsx'
import { DocumentMenu } from './document-menu.tsx'
import { SavedState } from './saved-state.tsx'
import { useDocument, usePresent } from './use-document.ts'
import './document.css'

/** A document with its editor; everything that the editor needs comes with this view, and only with it. */
export function DocumentView() {
  const { spaceId = '', documentId = '' } = useParams({ strict: false })
  const { t } = useTexts('documents', 'core')
  const space = useSpace(spaceId)
  if (!space.state) return <SkeletonList label={t('core:loading')} />
  const document = space.state.documents[documentId]
  if (!document) return <EmptyState icon={FileX} title={t('documents:unreachable')} />
  return <OpenedDocument key={documentId} space={space} document={document} />
}

function OpenedDocument({ space, document: entry }: { space: SpaceView; document: DocumentEntry }) {
  const { t } = useTexts('documents', 'core')
  const { open, connection } = useDocument(entry.id)
  const present = usePresent(open)
  const editable = !connection.readOnly && !connection.outdated && can.edit(space.me, entry)
  usePageTitle(entry.title, true)
  return (
    <article aria-labelledby="document-title" className="document-page flex min-w-0 flex-1 flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 lg:px-6">
        <h2 id="document-title" className="min-w-0 flex-1 basis-60 text-xl font-semibold wrap-anywhere">
          {entry.title}
        </h2>
        {entry.archivedAt !== null && <Badge>{t('documents:archived')}</Badge>}
        <SavedState connection={connection} editable={editable} />
        {present.length > 0 && (
          <AvatarGroup
            label={t('documents:whoIsHere')}
            people={present}
            moreLabel={(count) => t('documents:morePeople', { count })}
          />
        )}
        <DocumentMenu spaceId={space.spaceId} document={entry} me={space.me} />
      </header>
      {connection.status === 'unreachable' ? (
        <EmptyState icon={FileX} title={t('documents:unreachable')} />
      ) : open && connection.loaded ? (
        <DocumentEditor open={open} document={entry} space={space} editable={editable} />
      ) : (
        <div className="mx-auto w-full max-w-3xl p-4 lg:p-6">
          <SkeletonList label={t('documents:connecting')} />
        </div>
      )}
    </article>
  )
}
