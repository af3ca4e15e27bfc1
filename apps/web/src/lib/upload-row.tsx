import { maxFileSize } from '@kolo/domain/files/files'
import { IconButton, ProgressBar } from '@kolo/ui'
import { CircleAlert, RotateCw, X } from 'lucide-react'
import { useTexts } from './texts.tsx'
import { type Upload, type UploadProblem, useUploads } from './uploads.ts'

/** A file on its way: how far it is, and a way to stop it or to try again. */
export function UploadRow({ upload, onCancelled }: { readonly upload: Upload; readonly onCancelled?: () => void }) {
  const { t, format } = useTexts('files', 'errors')
  const { cancel, retry } = useUploads(upload.spaceId)
  const { id, name, size, loaded, state, problem } = upload
  const share = size === 0 ? 0 : loaded / size
  const said = {
    waiting: t('files:waiting'),
    sending: format.percent(share),
    adding: t('files:adding'),
    added: t('files:uploaded'),
    failed: problem ? sayProblem(problem) : t('files:uploadFailed'),
  }
  function sayProblem(problem: UploadProblem): string {
    switch (problem) {
      case 'emptyFile':
        return t('files:emptyFile')
      case 'tooLarge':
        return t('files:tooLarge', { limit: format.fileSize(maxFileSize) })
      case 'kindRefused':
        return t('files:kindRefused')
      case 'unavailable':
      case 'diskFull':
        return t(`errors:${problem}`)
    }
  }
  return (
    <div className="flex w-72 max-w-full min-w-0 items-center gap-1 rounded border bg-surface py-1 pr-1 pl-2">
      {state === 'failed' ? (
        <div role="alert" className="flex min-w-0 flex-1 items-start gap-1.5 text-sm">
          <CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0 text-danger" />
          <span className="min-w-0">
            <span className="block truncate font-medium">{name}</span>
            <span className="block text-danger">{said.failed}</span>
          </span>
        </div>
      ) : (
        <ProgressBar
          label={name}
          value={share * 100}
          valueLabel={said[state]}
          className="flex min-w-0 flex-1 flex-col gap-1"
        />
      )}
      {(problem === 'unavailable' || problem === 'diskFull') && (
        <IconButton
          icon={RotateCw}
          size="sm"
          label={t('files:retryNamed', { title: name })}
          onPress={() => retry(id)}
        />
      )}
      {(state === 'waiting' || state === 'sending' || state === 'failed') && (
        <IconButton
          icon={X}
          size="sm"
          label={t('files:cancelNamed', { title: name })}
          onPress={() => {
            cancel(id)
            onCancelled?.()
          }}
        />
      )}
    </div>
  )
}
