import type { Actor } from '@kolo/domain/core/decide'
import type { StoredFile } from '@kolo/domain/files/files'
import { can } from '@kolo/domain/files/files.policy'
import { type Column, EmptyState, IconButton, SortableTable } from '@kolo/ui'
import { Archive, Download, File, FileText, Image, Trash2 } from 'lucide-react'
import { contentAddress } from '../../lib/attachments.tsx'
import { useNow } from '../../lib/now.ts'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { kindOf, useRemoveFile } from './files.data.ts'

const signs: Readonly<Record<string, typeof File>> = {
  'files:kindImage': Image,
  'files:kindPdf': FileText,
  'files:kindDocument': FileText,
  'files:kindArchive': Archive,
}

type Props = {
  readonly spaceId: string
  readonly files: readonly StoredFile[]
  readonly me: Actor
  readonly onPreview: (file: StoredFile) => void
}

/** The files with who added them; sorted by any column, the newest first. */
export function FilesTable({ spaceId, files, me, onPreview }: Props) {
  const { t, format } = useTexts('files', 'core')
  const { lookup } = usePeople()
  const now = useNow()
  const remove = useRemoveFile(spaceId)
  const columns: readonly Column<StoredFile>[] = [
    {
      id: 'name',
      title: t('files:name'),
      isRowHeader: true,
      sortValue: ({ name }) => name,
      className: 'w-full',
      render: (file) => (
        <FileName
          file={file}
          about={[format.fileSize(file.size), lookup(file.addedBy).name, format.relative(file.addedAt, now)].join(
            ' · ',
          )}
          onPreview={onPreview}
        />
      ),
    },
    {
      id: 'kind',
      title: t('files:kind'),
      sortValue: (file) => t(kindOf(file)),
      className: 'max-lg:hidden whitespace-nowrap',
      render: (file) => t(kindOf(file)),
    },
    {
      id: 'size',
      title: t('files:size'),
      align: 'end',
      sortValue: ({ size }) => size,
      className: 'max-sm:hidden whitespace-nowrap',
      render: ({ size }) => format.fileSize(size),
    },
    {
      id: 'addedBy',
      title: t('files:addedBy'),
      sortValue: ({ addedBy }) => lookup(addedBy).name,
      className: 'max-md:hidden whitespace-nowrap',
      render: ({ addedBy }) => lookup(addedBy).name,
    },
    {
      id: 'addedAt',
      title: t('files:addedOn'),
      sortValue: ({ addedAt }) => addedAt,
      className: 'max-sm:hidden whitespace-nowrap',
      render: ({ addedAt }) => (
        <time dateTime={addedAt} title={format.dateTime(addedAt)}>
          {format.relative(addedAt, now)}
        </time>
      ),
    },
    {
      id: 'actions',
      title: t('core:actions'),
      isTitleHidden: true,
      render: (file) => (
        <span className="flex justify-end gap-1">
          <a
            href={contentAddress(file.id)}
            download={file.name}
            aria-label={`${t('files:download')}: ${file.name}`}
            title={t('files:download')}
            className="flex size-7 items-center justify-center rounded text-muted hover:bg-hover hover:text-text pointer-coarse:size-10"
          >
            <Download size={16} aria-hidden />
          </a>
          {can.remove(me, file) && (
            <IconButton
              icon={Trash2}
              size="sm"
              label={`${t('files:delete')}: ${file.name}`}
              onPress={() => remove(file)}
            />
          )}
        </span>
      ),
    },
  ]
  return (
    <SortableTable
      label={t('files:files')}
      columns={columns}
      rows={files}
      rowId={({ id }) => id}
      initialSorting={{ columnId: 'addedAt', direction: 'descending' }}
      empty={<EmptyState title={t('files:noMatch')} />}
      className="rounded border bg-surface"
    />
  )
}

type NameProps = { readonly file: StoredFile; readonly about: string; readonly onPreview: (file: StoredFile) => void }

function FileName({ file, about, onPreview }: NameProps) {
  const { t } = useTexts('files')
  const Sign = signs[kindOf(file)] ?? File
  const look = 'rounded text-left font-medium wrap-anywhere hover:underline'
  return (
    <span className="flex items-start gap-2">
      {file.type.startsWith('image/') ? (
        <img
          src={contentAddress(file.id)}
          alt=""
          loading="lazy"
          className="size-8 shrink-0 rounded border bg-sunken object-cover"
        />
      ) : (
        <Sign size={18} aria-hidden className="mt-px shrink-0 text-muted" />
      )}
      <span className="min-w-0">
        {file.type.startsWith('image/') ? (
          <button
            type="button"
            aria-label={t('files:previewOf', { title: file.name })}
            onClick={() => onPreview(file)}
            className={`${look} cursor-pointer`}
          >
            {file.name}
          </button>
        ) : (
          <a href={contentAddress(file.id)} download={file.name} className={look}>
            {file.name}
          </a>
        )}
        <span className="block text-sm text-muted md:hidden">{about}</span>
      </span>
    </span>
  )
}
