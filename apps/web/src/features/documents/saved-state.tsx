import { Button } from '@kolo/ui'
import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'
import type { Connection } from './open-document.ts'

/** Says how it stands: *saved* only when the server has acknowledged everything that was written here. */
export function SavedState({ connection, editable }: { connection: Connection; editable: boolean }) {
  const { t } = useTexts('documents', 'core')
  const { Drawing, text, tone } = shownOf(connection, editable, t)
  return (
    <span
      role="status"
      data-state={connection.outdated ? 'outdated' : connection.status}
      className={`flex items-center gap-1.5 text-sm ${tone}`}
    >
      <Drawing size={14} aria-hidden className="shrink-0" />
      <span>{text}</span>
      {connection.outdated && (
        <Button size="sm" onPress={() => location.reload()}>
          {t('core:reload')}
        </Button>
      )}
    </span>
  )
}

type Translated = ReturnType<typeof useTexts>['t']

function shownOf({ status, outdated }: Connection, editable: boolean, t: Translated) {
  if (outdated) return { Drawing: TriangleAlert, text: t('documents:editorOutdated'), tone: 'text-attention' }
  // Whoever can't write has nothing to wait for.
  if (!editable && status === 'waiting') return { Drawing: CloudOff, text: t('core:reconnecting'), tone: 'text-muted' }
  switch (status) {
    case 'connecting':
      return { Drawing: LoaderCircle, text: t('documents:connecting'), tone: 'text-muted' }
    case 'waiting':
      return { Drawing: CloudOff, text: t('documents:notConnected'), tone: 'text-attention' }
    case 'refused':
      return { Drawing: TriangleAlert, text: t('documents:changeRefused'), tone: 'text-danger' }
    case 'unreachable':
      return { Drawing: TriangleAlert, text: t('documents:unreachable'), tone: 'text-muted' }
    case 'saving':
    case 'saved':
      if (!editable) return { Drawing: Eye, text: t('documents:readOnly'), tone: 'text-muted' }
      return status === 'saved'
        ? { Drawing: Check, text: t('documents:allSaved'), tone: 'text-muted' }
        : { Drawing: LoaderCircle, text: t('documents:saving'), tone: 'text-muted' }
  }
}
