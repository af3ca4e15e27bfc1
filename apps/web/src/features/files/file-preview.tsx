import type { StoredFile } from '@kolo/domain/files/files'
import { Dialog } from '@kolo/ui'
import { contentAddress } from '../../lib/attachments.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** An image in full. */
export function FilePreview({ file, onClose }: { readonly file: StoredFile; readonly onClose: () => void }) {
  const { t, format } = useTexts('files', 'core')
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={file.name}
      description={format.fileSize(file.size)}
      closeLabel={t('core:close')}
    >
      <img
        src={contentAddress(file.id)}
        alt={file.name}
        className="mx-auto max-h-[60dvh] max-w-full rounded bg-sunken object-contain"
      />
    </Dialog>
  )
}
