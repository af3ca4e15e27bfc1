import { Upload } from 'lucide-react'
import type { DropZoneProps } from 'react-aria-components/DropZone'
import { DropZone } from 'react-aria-components/DropZone'
import { Text } from 'react-aria-components/Text'
import { isFileDropItem } from 'react-aria-components/useDrop'
import { classNames } from '../class-names.ts'
import { FileButton } from './file-button.tsx'

export type FileDropZoneProps = {
  /** What may be dropped here. */
  readonly label: string
  /** Kinds and sizes that are taken. */
  readonly description?: string | undefined
  /** The verb on the button, for those who don't drag. */
  readonly buttonLabel: string
  /** MIME types or endings (`.docx`); everything by default. */
  readonly accept?: readonly string[] | undefined
  readonly allowsMultiple?: boolean | undefined
  readonly onFiles: (files: readonly File[]) => void
  readonly isDisabled?: boolean | undefined
  readonly className?: string | undefined
}

type Dropped = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]['items']

/** Takes files by drop, by paste, or by a button. Kinds are checked by the server, too. */
export function FileDropZone(props: FileDropZoneProps) {
  const { label, description, buttonLabel, accept, allowsMultiple = true, onFiles, isDisabled = false } = props
  const take = async (items: Dropped) => {
    const files = await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
    if (files.length > 0) onFiles(allowsMultiple ? files : files.slice(0, 1))
  }
  return (
    <DropZone
      isDisabled={isDisabled}
      onDrop={({ items }) => void take(items)}
      className={classNames(
        'focus-ring flex flex-col items-center gap-2 rounded border border-dashed border-line-strong px-4 py-6 text-center',
        'transition-colors data-disabled:opacity-50 data-drop-target:border-action data-drop-target:bg-action-soft',
        props.className,
      )}
    >
      <Upload size={20} strokeWidth={1.5} aria-hidden className="text-muted" />
      <Text slot="label">{label}</Text>
      {description && <p className="text-sm text-muted">{description}</p>}
      <FileButton accept={accept} allowsMultiple={allowsMultiple} onFiles={onFiles} isDisabled={isDisabled} size="sm">
        {buttonLabel}
      </FileButton>
    </DropZone>
  )
}
