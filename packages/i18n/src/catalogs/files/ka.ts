import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  file: 'ფაილი',
  files: 'ფაილები',
  upload: 'ფაილების ატვირთვა',
  dropHere: 'ჩააგდეთ ფაილები აქ',
  choose: 'ფაილების არჩევა',
  download: 'ჩამოტვირთვა',
  open: 'გახსნა',
  delete: 'ფაილის წაშლა',
  deleteConfirm: 'წაიშალოს ფაილი „{{title}}“?',
  uploading: 'იტვირთება: {{percent}}',
  uploaded: 'აიტვირთა',
  uploadFailed: 'ატვირთვა ვერ მოხერხდა',
  uploadCancel: 'ატვირთვის გაუქმება',
  tooLarge: 'ფაილი აღემატება ზღვარს: {{limit}}',
  emptyFile: 'ფაილი ცარიელია',
  kindRefused: 'ამ ტიპის ფაილი არ მიიღება',
  name: 'დასახელება',
  size: 'ზომა',
  kind: 'ტიპი',
  addedBy: 'დაამატა',
  addedOn: 'დამატების თარიღი',
  attach: 'მიმაგრება',
  detach: 'დანართის მოცილება',
  attachments: 'დანართები',
  attachedTo: 'მიმაგრებულია: {{title}}',
  preview: 'გადახედვა',
  noPreview: 'ამ ტიპის ფაილის გადახედვა შეუძლებელია',
  fileCount_one: '{{count}} ფაილი',
  fileCount_other: '{{count}} ფაილი',
  empty: 'ფაილები ჯერ არ არის',
} as const satisfies Georgian<typeof en>
