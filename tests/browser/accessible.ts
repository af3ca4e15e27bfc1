import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Fails with a readable list if axe finds any violation of WCAG 2.2 A or AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // There is no frame of another origin, for which it would open another page each time.
    .setLegacyMode()
    // Of what is fine no list is wanted; making one takes longer than looking.
    .options({ resultTypes: ['violations'] })
    // What React Aria has just read out stays there for some seconds, also when what it names has gone from the page.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const readable = violations.map(
    ({ id, impact, help, nodes }) =>
      `${id} (${impact ?? 'unknown'}): ${help}\n${nodes.map(({ target }) => `    ${target.join(' ')}`).join('\n')}`,
  )
  if (readable.length > 0) throw new Error(`${page.url()} has accessibility violations:\n${readable.join('\n')}`)
}
