import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  file: 'Датотека',
  files: 'Датотеке',
  upload: 'Пошаљи датотеке',
  dropHere: 'Превуците датотеке овде',
  choose: 'Изабери датотеке',
  download: 'Преузми',
  open: 'Отвори',
  delete: 'Обриши датотеку',
  deleteConfirm: 'Обрисати датотеку „{{title}}“?',
  uploading: 'Слање: {{percent}}',
  uploaded: 'Послато',
  uploadFailed: 'Слање није успело',
  uploadCancel: 'Откажи слање',
  tooLarge: 'Датотека је већа од {{limit}}',
  emptyFile: 'Датотека је празна',
  kindRefused: 'Ова врста датотеке се не прихвата',
  name: 'Назив',
  size: 'Величина',
  kind: 'Врста',
  addedBy: 'Додаје',
  addedOn: 'Додато',
  attach: 'Приложи',
  detach: 'Уклони прилог',
  attachments: 'Прилози',
  attachedTo: 'Прилог уз: {{title}}',
  preview: 'Преглед',
  noPreview: 'Нема прегледа за ову врсту датотеке',
  fileCount_one: '{{count}} датотека',
  fileCount_few: '{{count}} датотеке',
  fileCount_other: '{{count}} датотека',
  empty: 'Још нема датотека',
} as const satisfies Serbian<typeof en>
