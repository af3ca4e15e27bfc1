import type { Translate } from '@kolo/i18n'
import type { OutboxItem } from '@kolo/sync'

type Unsent = Pick<OutboxItem, 'state' | 'onlyInMemory'>

/**
 * Whether somebody who closes the page is asked first: something is still on its way, or this page alone has it, be it
 * refused. An outdated page asks to be loaded again itself, and takes along what is on the disk, but nothing else: not the
 * words of `documents` that aren't saved.
 */
export function asksBeforeClosing(items: readonly Unsent[], isOutdated: boolean, documents: number): boolean {
  if (documents > 0) return true
  return items.some(({ state, onlyInMemory }) => onlyInMemory || (!isOutdated && state !== 'refused'))
}

/** What somebody who signs out is asked first, if anything: what would be lost, so many `documents` too, counts more than what stays. Texts: `shell`. */
export function signOutText(t: Translate, items: readonly Unsent[], documents: number): string | undefined {
  const lost = items.filter(({ onlyInMemory }) => onlyInMemory).length + documents
  if (lost > 0) return t('shell:signOutLost', { count: lost })
  const unsent = items.filter(({ state }) => state !== 'refused').length
  return unsent > 0 ? t('shell:signOutUnsent', { count: unsent }) : undefined
}
