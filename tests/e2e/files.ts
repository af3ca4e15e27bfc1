import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** A picture of one pixel. */
export const photo = {
  name: 'counter.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** Takes one of the tables along that the page of reports offers. */
export async function exported(page: Page, name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  await page.getByRole('main').getByRole('button', { name: 'Export' }).click()
  const item = page.getByRole('menuitem', { name })
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
  return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
