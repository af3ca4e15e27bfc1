import type { StoredFile } from '@kolo/domain/files/files'
import { maxFileSize } from '@kolo/domain/files/files'
import { can } from '@kolo/domain/files/files.policy'
import { fold } from '@kolo/i18n'
import { classNames, EmptyState, FileButton, FileDropZone, SearchField, SkeletonList } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { FolderOpen, Upload as UploadIcon } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { UploadRow } from '../../lib/upload-row.tsx'
import { useUploads } from '../../lib/uploads.ts'
import { FilePreview } from './file-preview.tsx'
import { FilesTable } from './files-table.tsx'

/** The tab Files: what was uploaded into the space, here or with a message. */
export function FilesView() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t, format } = useTexts('files', 'core')
  const { state, me } = useSpace(spaceId)
  const { uploads, start } = useUploads(spaceId)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<StoredFile>()
  const { isOver, handlers } = useFileDrop(can.add(me), start)
  if (!state) return <SkeletonList label={t('core:loading')} rows={4} />
  const all = Object.values(state.files)
  const search = fold(typed.trim())
  const files = search === '' ? all : all.filter(({ name }) => fold(name).includes(search))
  const under = uploads.filter((upload) => upload.state !== 'added')
  const limit = t('files:limitEach', { limit: format.fileSize(maxFileSize) })
  return (
    // Dropping is a second way: the button takes files, too.
    <section
      {...handlers}
      aria-label={t('files:files')}
      className={classNames(
        'mx-auto flex w-full max-w-5xl flex-1 flex-col gap-4 p-4 lg:p-6',
        isOver && 'bg-action-soft outline-2 -outline-offset-8 outline-focus outline-dashed',
      )}
    >
      {all.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            label={t('files:search')}
            value={typed}
            onChange={setTyped}
            className="min-w-44 flex-1 sm:max-w-72"
          />
          {can.add(me) && (
            <div className="flex items-center gap-3 sm:ml-auto">
              <span className="text-sm text-muted max-sm:hidden">{isOver ? t('files:dropHere') : limit}</span>
              <FileButton icon={UploadIcon} variant="primary" allowsMultiple onFiles={start}>
                {t('files:upload')}
              </FileButton>
            </div>
          )}
        </div>
      )}
      {under.length > 0 && (
        <ul aria-label={t('files:uploads')} className="flex flex-wrap gap-2">
          {under.map((upload) => (
            <li key={upload.id} className="max-w-full">
              <UploadRow upload={upload} />
            </li>
          ))}
        </ul>
      )}
      {all.length > 0 ? (
        <FilesTable spaceId={spaceId} files={files} me={me} onPreview={setShown} />
      ) : can.add(me) ? (
        <FileDropZone label={t('files:empty')} description={limit} buttonLabel={t('files:choose')} onFiles={start} />
      ) : (
        <EmptyState icon={FolderOpen} title={t('files:empty')} />
      )}
      {shown && <FilePreview file={shown} onClose={() => setShown(undefined)} />}
    </section>
  )
}

/** Takes files that are dropped anywhere on the page. */
function useFileDrop(isEnabled: boolean, take: (files: readonly File[]) => unknown) {
  const [isOver, setOver] = useState(false)
  const carriesFiles = (event: DragEvent): boolean => isEnabled && event.dataTransfer.types.includes('Files')
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave(event: DragEvent) {
      const { relatedTarget, currentTarget } = event
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
    },
    onDrop(event: DragEvent) {
      setOver(false)
      if (!carriesFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      take([...event.dataTransfer.files])
    },
  }
  return { isOver, handlers }
}
