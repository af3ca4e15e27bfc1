import { Button, showToast } from '@kolo/ui'
import { Check, CloudOff, Copy, Eye, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTexts } from '../../lib/texts.tsx'
import type { Connection, RefusedFor } from './standing.ts'

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
      {connection.unsaved && (connection.status === 'refused' || connection.outdated) && (
        <CopyUnsaved words={connection.unsavedWords?.() ?? ''} />
      )}
      {connection.outdated && (
        <Button size="sm" onPress={() => location.reload()}>
          {t('core:reload')}
        </Button>
      )}
    </span>
  )
}

/** What is in this page alone can be taken along. */
function CopyUnsaved({ words }: { words: string }) {
  const { t } = useTexts('documents', 'core')
  // Something was taken out, and nothing written.
  if (words === '') return null
  const copy = (): void =>
    void navigator.clipboard.writeText(words).then(() => showToast({ text: t('core:copied'), tone: 'success' }))
  return (
    <Button size="sm" onPress={copy}>
      <Copy size={14} aria-hidden />
      {t('documents:copyUnsaved')}
    </Button>
  )
}

const refusals = {
  change: 'documents:changeRefused',
  full: 'documents:fullRefused',
  rights: 'documents:rightsRefused',
} as const satisfies Record<RefusedFor, string>

type Translated = ReturnType<typeof useTexts>['t']

function shownOf({ status, refusedFor, outdated, full }: Connection, editable: boolean, t: Translated) {
  if (outdated) return { Drawing: TriangleAlert, text: t('documents:editorOutdated'), tone: 'text-attention' }
  // Whoever can't write has nothing to wait for.
  if (!editable && status === 'waiting') return { Drawing: CloudOff, text: t('core:reconnecting'), tone: 'text-muted' }
  switch (status) {
    case 'connecting':
      return { Drawing: LoaderCircle, text: t('documents:connecting'), tone: 'text-muted' }
    case 'waiting':
      return { Drawing: CloudOff, text: t('documents:notConnected'), tone: 'text-attention' }
    case 'refused':
      return { Drawing: TriangleAlert, text: t(refusals[refusedFor ?? 'change']), tone: 'text-danger' }
    case 'unreachable':
      return { Drawing: TriangleAlert, text: t('documents:unreachable'), tone: 'text-muted' }
    case 'saving':
    case 'saved':
      if (!editable) return { Drawing: Eye, text: t('documents:readOnly'), tone: 'text-muted' }
      if (full) return { Drawing: TriangleAlert, text: t('documents:documentFull'), tone: 'text-attention' }
      return status === 'saved'
        ? { Drawing: Check, text: t('documents:allSaved'), tone: 'text-muted' }
        : { Drawing: LoaderCircle, text: t('documents:saving'), tone: 'text-muted' }
  }
}
