import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  notFound: 'ეს არ არსებობს, ან მასზე წვდომა არ გაქვთ.',
  forbidden: 'ეს არ არსებობს, ან მასზე წვდომა არ გაქვთ.',
  conflict: 'ვიღაცამ დაგასწროთ: ეს ამასობაში შეიცვალა.',
  invalid: 'შეყვანილ მონაცემებში რაღაც არასწორია.',
  unauthenticated: 'გთხოვთ, შეხვიდეთ სისტემაში.',
  tooLarge: 'ეს ზედმეტად დიდია.',
  tooMany: 'ძალიან ბევრი მცდელობაა. ცოტა მოიცადეთ და ხელახლა სცადეთ.',
  unavailable: 'სერვერი ამჟამად მიუწვდომელია. არაფერი დაკარგულა.',
  internal: 'სერვერზე შეცდომა მოხდა. ნომერი: {{id}}',
  versionMismatch: 'გვერდი მოძველებულია. გთხოვთ, გადატვირთოთ.',
  gone: 'ეს წაშლილია.',
  unknown: 'რაღაც შეცდომა მოხდა.',
  title: 'ვერ მოხერხდა',
  pageNotFound: 'გვერდი ვერ მოიძებნა',
  goHome: 'მთავარზე გადასვლა',
  idTaken: 'ეს იდენტიფიკატორი დაკავებულია. სცადეთ ხელახლა.',
  messageDeleted: 'შეტყობინება ამასობაში წაიშალა.',
  emptyMessage: 'ჯერ დაწერეთ რამე.',
  stateChanged: 'მდგომარეობა ამასობაში შეიცვალა.',
} as const satisfies Georgian<typeof en>
