import { maxFileSize } from '@kolo/domain/files/files'
import { fileAdd, fileRemove, fileRestore } from '@kolo/domain/files/files.decide'
import type { StoredFile } from '@kolo/domain/files/files'
import { showToast } from '@kolo/ui'
import { uuidv7 } from '@kolo/sync'
import { useMemo, useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { uploadContent } from '../../lib/upload.ts'

/** An upload under way. */
export type Uploading = { readonly fileId: string; readonly name: string; readonly share: number }

// Names come from other systems: what separates paths there has no place in a name here.
const nameOf = (file: File): string => file.name.replaceAll(/[/\\]/g, '_').slice(0, 200) || 'file'

/** What can be done with the files of a space, and what is on its way. */
export function useFileCommands(spaceId: string) {
  const send = useSend()
  const told = useTold()
  const { t, format } = useTexts('files', 'errors')
  const [uploading, setUploading] = useState<readonly Uploading[]>([])
  const commands = useMemo(() => {
    const set = (fileId: string, share: number): void =>
      setUploading((all) => all.map((one) => (one.fileId === fileId ? { ...one, share } : one)))
    const add = async (file: File): Promise<void> => {
      if (file.size > maxFileSize) return void showToast({ text: t('files:tooLarge', { limit: format.fileSize(maxFileSize) }), tone: 'danger' })
      const fileId = uuidv7()
      const name = nameOf(file)
      setUploading((all) => [...all, { fileId, name, share: 0 }])
      const end = await uploadContent({ spaceId, fileId, file }, (share) => set(fileId, share))
      if (end.ok) await told(send(fileAdd, 'files.add', { spaceId, fileId, name }))
      else showToast({ text: `${t('files:uploadFailed')}: ${name}`, tone: 'danger' })
      setUploading((all) => all.filter((one) => one.fileId !== fileId))
    }
    return {
      upload: async (files: readonly File[]) => {
        for (const file of files) await add(file)
      },
      remove: (file: StoredFile) =>
        told(send(fileRemove, 'files.remove', { spaceId, fileId: file.id }), {
          text: t('files:removed', { title: file.name }),
          undo: () => void told(send(fileRestore, 'files.restore', { spaceId, fileId: file.id })),
        }),
    }
  }, [send, told, t, format, spaceId])
  return { ...commands, uploading }
}
