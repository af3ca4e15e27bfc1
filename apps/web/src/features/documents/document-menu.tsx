import type { Actor } from '@kolo/domain/core/decide'
import type { DocumentEntry } from '@kolo/domain/documents/documents'
import { can } from '@kolo/domain/documents/documents.policy'
import { ConfirmDialog, IconButton, Menu, MenuItem } from '@kolo/ui'
import { Archive, ArchiveRestore, EllipsisVertical, Pencil, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { useDocumentCommands } from './documents.data.ts'
import { TitleDialog } from './title-dialog.tsx'

/** What can be done with the document as a whole. */
export function DocumentMenu({ spaceId, document, me }: { spaceId: string; document: DocumentEntry; me: Actor }) {
  const { t } = useTexts('documents', 'core')
  const { rename, archive, restore } = useDocumentCommands(spaceId)
  const [asked, setAsked] = useState<'rename' | 'archive'>()
  const close = (isOpen: boolean): void => {
    if (!isOpen) setAsked(undefined)
  }
  const mayArchive = can.archive(me, document)
  return (
    <>
      <Menu label={t('core:actions')} trigger={<IconButton icon={EllipsisVertical} label={t('core:actions')} />}>
        {can.rename(me, document) && (
          <MenuItem icon={Pencil} onAction={() => setAsked('rename')}>
            {t('documents:rename')}
          </MenuItem>
        )}
        <MenuItem icon={Printer} onAction={() => window.print()}>
          {t('documents:print')}
        </MenuItem>
        {mayArchive && document.archivedAt === null && (
          <MenuItem icon={Archive} onAction={() => setAsked('archive')}>
            {t('documents:archive')}
          </MenuItem>
        )}
        {mayArchive && document.archivedAt !== null && (
          <MenuItem icon={ArchiveRestore} onAction={() => void restore(document.id)}>
            {t('documents:restore')}
          </MenuItem>
        )}
      </Menu>
      <TitleDialog
        isOpen={asked === 'rename'}
        onOpenChange={close}
        title={t('documents:rename')}
        initial={document.title}
        submitLabel={t('core:save')}
        onSubmit={(title) => void rename(document.id, title)}
      />
      <ConfirmDialog
        isOpen={asked === 'archive'}
        onOpenChange={close}
        title={t('documents:archive')}
        confirmLabel={t('documents:archive')}
        cancelLabel={t('core:cancel')}
        onConfirm={() => {
          setAsked(undefined)
          void archive(document.id)
        }}
      >
        {t('documents:archiveConfirm', { title: document.title })}
      </ConfirmDialog>
    </>
  )
}
