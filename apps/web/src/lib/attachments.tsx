import type { StoredFile } from '@kolo/domain/files/files'
import { File as FileIcon, X } from 'lucide-react'
import { IconButton, ProgressBar } from '@kolo/ui'
import { useSpace } from './hub.tsx'
import { useTexts } from './texts.tsx'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './uploads.ts'

/** Where a file's content is; images are shown from there, everything else is downloaded. */
export const contentAddress = (fileId: string): string => `/files/${fileId}`

type Props = {
  readonly spaceId: string
  readonly fileIds: readonly string[]
  /** With it, each can be taken off. */
  readonly onDetach?: ((fileId: string) => void) | undefined
}

/** The files that hang on a message or task: images as images, others by name; those on their way with their progress. */
export function Attachments({ spaceId, fileIds, onDetach }: Props) {
  const { t } = useTexts('files')
  const { state } = useSpace(spaceId)
  const { uploads } = useUploads(spaceId)
  if (fileIds.length === 0) return null
  return (
    <ul aria-label={t('files:attachments')} className="flex flex-wrap gap-2">
      {fileIds.map((fileId) => {
        const file = state?.files[fileId]
        const upload = uploads.find(({ id }) => id === fileId)
        return (
          <li key={fileId} className="flex max-w-full min-w-0 items-start gap-1">
            {file ? (
              <Attachment file={file} />
            ) : upload && upload.state !== 'added' ? (
              <UploadRow upload={upload} onCancelled={() => onDetach?.(fileId)} />
            ) : upload ? (
              <ProgressBar label={upload.name} value={100} />
            ) : (
              <span className="rounded border border-dashed px-2 py-1 text-sm text-muted">{t('files:gone')}</span>
            )}
            {onDetach && (file || !upload) && (
              <IconButton
                icon={X}
                size="sm"
                label={t('files:detachNamed', { title: file?.name ?? t('files:gone') })}
                onPress={() => onDetach(fileId)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** One file: an image as an image, others by name. */
export function Attachment({ file }: { readonly file: Pick<StoredFile, 'id' | 'name' | 'type' | 'size'> }) {
  const { t, format } = useTexts('files')
  const address = contentAddress(file.id)
  if (file.type.startsWith('image/'))
    return (
      <a
        href={address}
        target="_blank"
        rel="noopener"
        className="block rounded"
        aria-label={t('files:previewOf', { title: file.name })}
      >
        <img
          src={address}
          alt={file.name}
          loading="lazy"
          className="h-32 max-w-64 rounded border bg-sunken object-cover"
        />
      </a>
    )
  return (
    <a
      href={address}
      download={file.name}
      className="flex max-w-full min-w-0 items-center gap-2 rounded border bg-surface px-2 py-1 text-sm hover:bg-hover pointer-coarse:min-h-11"
    >
      <FileIcon size={14} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 truncate">{file.name}</span>
      <span className="shrink-0 text-muted">{format.fileSize(file.size)}</span>
    </a>
  )
}
