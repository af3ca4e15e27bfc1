import { can } from '@kolo/domain/files/files.policy'
import type { StoredFile } from '@kolo/domain/files/files'
import { compareNames } from '@kolo/i18n'
import { EmptyState, FileButton, IconButton, SkeletonList } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { Download, FileText, Image, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useFileCommands } from './files.data.ts'

/** The tab *Files*: upload by button or drop, download, remove with a way back. */
export function FilesView() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t, rendition } = useTexts('files', 'core')
  const { state, me } = useSpace(spaceId)
  const { upload, remove, uploading } = useFileCommands(spaceId)
  const [isOver, setOver] = useState(false)
  if (!state) return <SkeletonList label={t('core:loading')} rows={4} />
  const byName = compareNames(rendition)
  const files = Object.values(state.files).toSorted((a, b) => byName(a.name, b.name))
  return (
    <section
      aria-label={t('files:files')}
      className={`mx-auto flex w-full max-w-4xl flex-1 flex-col gap-4 p-4 lg:p-6 ${isOver ? 'bg-action-soft' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void upload([...event.dataTransfer.files])
      }}
    >
      {can.add(me) && (
        <div>
          <FileButton allowsMultiple icon={Upload} variant="primary" onFiles={(chosen) => void upload(chosen)}>
            {t('files:upload')}
          </FileButton>
        </div>
      )}
      {uploading.map((one) => (
        <div key={one.fileId} role="status" className="flex items-center gap-3 rounded border border-line bg-surface p-3">
          <span className="min-w-0 flex-1 truncate">{one.name}</span>
          <progress value={one.share} max={1} aria-label={t('files:uploading', { percent: `${Math.round(one.share * 100)}%` })} />
        </div>
      ))}
      {files.length === 0 && uploading.length === 0 ? (
        <EmptyState icon={FileText} title={t('files:empty')} />
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {files.map((file) => (
            <FileRow key={file.id} file={file} canRemove={can.remove(me, file)} onRemove={() => void remove(file)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FileRow({ file, canRemove, onRemove }: { file: StoredFile; canRemove: boolean; onRemove: () => void }) {
  const { t, format } = useTexts('files')
  const { lookup } = usePeople()
  const Drawing = file.type.startsWith('image/') ? Image : FileText
  return (
    <li className="flex min-h-14 items-center gap-3 px-3 py-2">
      <Drawing size={18} aria-hidden className="shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <a href={`/files/${file.id}`} download={file.name} className="block truncate text-action hover:underline">
          {file.name}
        </a>
        <span className="block truncate text-sm text-muted">
          {[format.fileSize(file.size), lookup(file.addedBy).name, format.date(file.addedAt)].join(' · ')}
        </span>
      </div>
      <a href={`/files/${file.id}`} download={file.name} aria-label={t('files:download')} className="rounded p-2 hover:bg-hover max-lg:p-3">
        <Download size={16} aria-hidden />
      </a>
      {canRemove && <IconButton icon={Trash2} label={t('files:delete')} onPress={onRemove} />}
    </li>
  )
}
