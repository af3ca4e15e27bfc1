import type { Translate } from '@kolo/i18n'
import type { Connection, OutboxItem } from '@kolo/sync'
import type { UnsavedDocument } from '../lib/unsaved-documents.ts'
import { unsentText } from '../lib/unsent-text.ts'

/** How it stands with the line and what was written: what a person has to see to, or how it goes. */
export type Standing = {
  readonly state: 'attention' | 'saving' | 'slow' | 'live'
  readonly sign: 'warning' | 'away' | 'saving' | 'slow' | 'live'
  readonly text: string
}

type Unsaved = Pick<UnsavedDocument, 'isRefused'>
type Unsent = Pick<OutboxItem, 'state' | 'refusal' | 'onlyInMemory'>

/**
 * A refusal counts most, then what the server can't take, then what this page alone has, be it in a document, then that the page is too old,
 * then what waits, then the line itself. Texts: `core`, `shell`, `errors`.
 */
export function standingOf(
  t: Translate,
  { items, documents = [] }: { readonly items: readonly Unsent[]; readonly documents?: readonly Unsaved[] },
  connection: Connection | 'outdated',
): Standing {
  const warning = (text: string): Standing => ({ state: 'attention', sign: 'warning', text })
  if (items.some(({ state }) => state === 'refused')) return warning(t('shell:outboxRefused'))
  const hindered = items.find(({ refusal }) => refusal)
  if (hindered) return warning(unsentText(t, hindered))
  // What a good line takes at once isn't worth an alarm: it would flash at each word.
  const isHeld = connection === 'away' || connection === 'outdated'
  const lonely = items.some(({ state, onlyInMemory }) => onlyInMemory && (state === 'waiting' || isHeld))
  if (lonely) return warning(t('core:onlyInMemory'))
  if (documents.some(({ isRefused }) => isRefused)) return warning(t('shell:documentUnsaved'))
  if (connection === 'outdated') return warning(t('errors:versionMismatch'))
  if (connection === 'away') {
    const count = items.length + documents.length
    const text = count > 0 ? t('core:pendingChanges', { count }) : t('core:reconnecting')
    return { state: 'attention', sign: 'away', text }
  }
  if (items.length > 0) return { state: 'saving', sign: 'saving', text: t('core:saving') }
  if (connection === 'slow') return { state: 'slow', sign: 'slow', text: t('core:slowConnection') }
  return { state: 'live', sign: 'live', text: t('shell:connectionLive') }
}
