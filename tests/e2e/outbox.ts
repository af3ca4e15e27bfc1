import type { Locator, Page } from 'playwright-core'
import { main } from './working.ts'

/** A command as it lies on the browser's disk. */
type KeptCommand = { readonly commandId: string; readonly name: string; readonly state: string }

/** What somebody has written and is unsent or refused, on the browser's disk; `change` is laid over each. */
export async function keptCommands(page: Page, change: object = {}): Promise<KeptCommand[]> {
  // How far one has read is told now and then, whatever else happens.
  return (await outboxOf(page, change)).filter(({ name }) => name !== 'thread.markRead')
}

const outboxOf = (page: Page, change: object): Promise<KeptCommand[]> =>
  page.evaluate(async (over) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('kolo-') ? [name] : []))
    const kept = names.map(
      (name) =>
        new Promise<KeptCommand[]>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('error', () => reject(new Error(`${name} can’t be opened.`)))
          opening.addEventListener('success', () => {
            const writing = opening.result.transaction('outbox', 'readwrite')
            const store = writing.objectStore('outbox')
            const found: KeptCommand[] = []
            store.openCursor().addEventListener('success', ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
              if (!cursor) return
              found.push(cursor.value)
              cursor.update({ ...cursor.value, ...over })
              cursor.continue()
            })
            writing.addEventListener('complete', () => {
              opening.result.close()
              resolve(found)
            })
          })
        }),
    )
    return (await Promise.all(kept)).flat()
  }, change)

/** Opens the list of what isn't sent, by the sign that says how it stands. */
export async function openOutbox(page: Page): Promise<Locator> {
  await page.getByRole('status').getByRole('button').filter({ visible: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Not sent yet' })
  await dialog.waitFor()
  return dialog
}

/** Closes it again. */
export async function closeOutbox(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Not sent yet' })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** What was refused where it was written, by its words. */
export const refusedHere = (page: Page, words: string): Locator =>
  main(page).getByRole('alert').filter({ hasText: words })

/** Waits until the status line says so. */
export const standing = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words, visible: true }).first().waitFor()
