import type { Translate } from '@kolo/i18n'
import type { OutboxItem } from '@kolo/sync'
import { refusalText } from './refusal-text.ts'

type Unsent = Pick<OutboxItem, 'state' | 'refusal' | 'onlyInMemory'>

/**
 * What the person's own words wait for: the network, or what the server said that it lacks; and where this page alone has
 * them, that it has to stay open. Texts: `core`, `errors`.
 */
export function unsentText(t: Translate, { state, refusal, onlyInMemory }: Unsent): string {
  if (refusal) return refusalText(t, refusal)
  if (state === 'saving') return t('core:saving')
  return t(onlyInMemory ? 'core:onlyInMemory' : 'core:waitingForNetwork')
}

/** Of several changes to one thing the one that speaks for all of them: the first, or the first that this page alone has. */
export function spokesman(spoken: OutboxItem | undefined, next: OutboxItem): OutboxItem {
  return spoken && (spoken.onlyInMemory || !next.onlyInMemory) ? spoken : next
}
