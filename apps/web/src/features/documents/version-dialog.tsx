import type { DocumentVersion } from '@kolo/domain/documents/documents'
import { documentExtensions } from '@kolo/editor'
import { Dialog, ErrorState, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { EditorContent, useEditor } from '@tiptap/react'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

/** A version, to be read; its fingerprint proves which text was meant. */
export function VersionDialog({ version, onClose }: { version: DocumentVersion | undefined; onClose: () => void }) {
  const { t } = useTexts('documents', 'core')
  return (
    <Dialog
      isOpen={version !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={version?.name ?? ''}
      description={version && t('documents:fingerprint', { hash: version.hash.slice(0, 16) })}
      closeLabel={t('core:close')}
      size="lg"
    >
      {version && <VersionText versionId={version.id} />}
    </Dialog>
  )
}

function VersionText({ versionId }: { versionId: string }) {
  const { t } = useTexts('errors', 'core')
  // A version never changes.
  const { data, isError, refetch } = useQuery({
    ...trpc.documents.version.queryOptions({ versionId }),
    staleTime: Infinity,
  })
  if (isError)
    return <ErrorState title={t('errors:unavailable')} retryLabel={t('core:retry')} onRetry={() => void refetch()} />
  return data ? <ReadText content={data.content} /> : <SkeletonList label={t('core:loading')} />
}

function ReadText({ content }: { content: Outputs['documents']['version']['content'] }) {
  const editor = useEditor({
    extensions: documentExtensions(),
    content,
    editable: false,
    editorProps: { attributes: { class: 'document-text' } },
  })
  return <EditorContent editor={editor} />
}
