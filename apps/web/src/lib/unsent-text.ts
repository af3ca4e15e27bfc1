import type { Translate } from '@kolo/i18n'
import type { OutboxItem } from '@kolo/sync'
import { refusalText } from './refusal-text.ts'

/** What the person's own words wait for: the network, or what the server said that it lacks. Texts: `core`, `errors`. */
export function unsentText(t: Translate, { state, refusal }: Pick<OutboxItem, 'state' | 'refusal'>): string {
  if (refusal) return refusalText(t, refusal)
  return t(state === 'waiting' ? 'core:waitingForNetwork' : 'core:saving')
}
