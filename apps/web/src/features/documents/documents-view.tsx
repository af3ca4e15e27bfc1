import type { DocumentEntry } from '@kolo/domain/documents/documents'
import { can } from '@kolo/domain/documents/documents.policy'
import { compareNames } from '@kolo/i18n'
import { Badge, Button, EmptyState, SkeletonList } from '@kolo/ui'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useDocumentCommands } from './documents.data.ts'
import { TitleDialog } from './title-dialog.tsx'
import { useNow } from '../../lib/now.ts'

/** The documents of a space: those that were written in last come first, what is archived comes at the end. */
export function DocumentsView() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t, rendition } = useTexts('documents', 'core')
  const { state, me } = useSpace(spaceId)
  const { create } = useDocumentCommands(spaceId)
  const navigate = useNavigate()
  const [naming, setNaming] = useState(false)
  if (!state) return <SkeletonList label={t('core:loading')} />

  const byTitle = compareNames(rendition)
  const lastAt = (document: DocumentEntry): string => document.revisedAt ?? document.createdAt
  const all = Object.values(state.documents)
  const active = all
    .filter((document) => document.archivedAt === null)
    .toSorted((a, b) => lastAt(b).localeCompare(lastAt(a)) || byTitle(a.title, b.title))
  const archived = all.filter((document) => document.archivedAt !== null).toSorted((a, b) => byTitle(a.title, b.title))
  const add = can.create(me) && (
    <Button variant="primary" icon={Plus} onPress={() => setNaming(true)}>
      {t('documents:newDocument')}
    </Button>
  )
  return (
    <section aria-label={t('documents:documents')} className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4 lg:p-6">
      {active.length > 0 && <div className="flex justify-end">{add}</div>}
      {active.length === 0 && <EmptyState icon={FileText} title={t('documents:empty')} action={add} />}
      {active.length > 0 && <DocumentList spaceId={spaceId} documents={active} />}
      {archived.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-muted">{t('documents:archived')}</summary>
          <DocumentList spaceId={spaceId} documents={archived} />
        </details>
      )}
      <TitleDialog
        isOpen={naming}
        onOpenChange={setNaming}
        title={t('documents:newDocument')}
        submitLabel={t('core:create')}
        onSubmit={(title) => {
          const documentId = create(title)
          void navigate({ to: '/spaces/$spaceId/documents/$documentId', params: { spaceId, documentId } })
        }}
      />
    </section>
  )
}

function DocumentList({ spaceId, documents }: { spaceId: string; documents: readonly DocumentEntry[] }) {
  const { t, format } = useTexts('documents')
  const { lookup } = usePeople()
  const now = useNow()
  const lineOf = (document: DocumentEntry): string => {
    if (document.revisedAt === null)
      return t('documents:versionBy', {
        person: lookup(document.createdBy).name,
        date: format.relative(document.createdAt, now),
      })
    const people = format.list(document.revisedBy.slice(0, 3).map((personId) => lookup(personId).name))
    return t('documents:versionBy', { person: people, date: format.relative(document.revisedAt, now) })
  }
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {documents.map((document) => (
        <li key={document.id}>
          <Link
            to="/spaces/$spaceId/documents/$documentId"
            params={{ spaceId, documentId: document.id }}
            className="flex min-h-12 items-center gap-3 rounded px-3 py-2 hover:bg-hover"
          >
            <FileText size={18} aria-hidden className="shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium wrap-anywhere">{document.title}</span>
              <span className="block text-sm text-muted">{lineOf(document)}</span>
            </span>
            {document.versions.length > 0 && <Badge>{document.versions.at(-1)!.name}</Badge>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
