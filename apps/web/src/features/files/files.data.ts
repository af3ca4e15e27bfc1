import type { StoredFile } from '@kolo/domain/files/files'
import { fileRemove, fileRestore } from '@kolo/domain/files/files.decide'
import type { MessageKey } from '@kolo/i18n'
import { useCallback } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** Takes a file out of the list, with a way back. */
export function useRemoveFile(spaceId: string): (file: Pick<StoredFile, 'id' | 'name'>) => void {
  const send = useSend()
  const told = useTold()
  const { t } = useTexts('files', 'core')
  return useCallback(
    ({ id: fileId, name }) =>
      void told(send(fileRemove, 'files.remove', { spaceId, fileId }), {
        text: t('files:removed', { title: name }),
        undo: () => void told(send(fileRestore, 'files.restore', { spaceId, fileId })),
      }),
    [send, told, t, spaceId],
  )
}

/** What a file is, in a word: its content counts, its name only where the content says nothing. */
export function kindOf({ type, name }: Pick<StoredFile, 'type' | 'name'>): MessageKey<'files'> {
  if (type.startsWith('image/')) return 'files:kindImage'
  if (type === 'application/pdf') return 'files:kindPdf'
  if (/\.(docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|md)$/i.test(name)) return 'files:kindDocument'
  return type === 'application/zip' ? 'files:kindArchive' : 'files:kindOther'
}
