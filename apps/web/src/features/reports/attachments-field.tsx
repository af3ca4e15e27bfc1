import { maxFileSize } from '@kolo/domain/files/files'
import { maxAttachments } from '@kolo/domain/reports/report-content'
import { FileButton } from '@kolo/ui'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { Attachments } from '../../lib/attachments.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useUploads } from '../../lib/uploads.ts'
import { FieldFrame, useForm } from './field-frame.tsx'

/** Files that go with the report; until it is handed in they are the municipality's own, as the draft is. */
export function AttachmentsField({ spaceId }: { readonly spaceId: string }) {
  const { t, format } = useTexts('reports', 'files', 'core')
  const { draft } = useForm()
  const { uploads, start } = useUploads(spaceId)
  const [begun, setBegun] = useState<readonly string[]>([])
  const attached = draft.content.attachments ?? []
  const underWay = begun.filter((id) => !attached.includes(id) && uploads.some((upload) => upload.id === id))
  const room = maxAttachments - attached.length - underWay.length
  const say = (fileId: string, value: boolean): void => draft.answer({ field: 'attachment', fileId, value }, true)
  const attach = (files: readonly File[]): void => {
    const ids = start(files.slice(0, room), (fileId) => say(fileId, true))
    setBegun((before) => [...before, ...ids])
  }
  return (
    <FieldFrame field="attachments">
      <section aria-label={t('reports:attachments')} className="flex flex-col items-start gap-2">
        <div className="flex flex-col gap-1 self-stretch">
          <span className="flex items-baseline justify-between gap-2">
            <span className="font-medium">{t('reports:attachments')}</span>
            <span className="text-sm text-muted">{t('core:optional')}</span>
          </span>
          <span className="text-sm text-muted">
            {t('reports:attachmentsHint', { limit: format.fileSize(maxFileSize) })}
          </span>
        </div>
        <Attachments
          spaceId={spaceId}
          fileIds={[...attached, ...underWay]}
          onDetach={(fileId) => attached.includes(fileId) && say(fileId, false)}
        />
        <FileButton icon={Paperclip} allowsMultiple isDisabled={room <= 0} onFiles={attach}>
          {t('files:attach')}
        </FileButton>
      </section>
    </FieldFrame>
  )
}
