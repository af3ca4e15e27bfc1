import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  notFound: 'Ово не постоји или му немате приступ.',
  forbidden: 'Ово не постоји или му немате приступ.',
  conflict: 'Неко је био бржи: ово је у међувремену промењено.',
  invalid: 'Нешто у уносу није исправно.',
  unauthenticated: 'Пријавите се.',
  tooLarge: 'Ово је превелико.',
  tooMany: 'Превише покушаја. Сачекајте мало, па покушајте поново.',
  unavailable: 'Сервер тренутно није доступан. Ништа није изгубљено.',
  internal: 'Дошло је до грешке на серверу. Број: {{id}}',
  versionMismatch: 'Страница је застарела. Учитајте је поново.',
  gone: 'Ово је уклоњено.',
  unknown: 'Нешто није у реду.',
  title: 'Ово није успело',
  pageNotFound: 'Страница није пронађена',
  goHome: 'Иди на почетну',
  idTaken: 'Ова ознака је већ заузета. Покушајте поново.',
  messageDeleted: 'Порука је у међувремену обрисана.',
  emptyMessage: 'Прво нешто напишите.',
  stateChanged: 'Стање је у међувремену промењено.',
} as const satisfies Serbian<typeof en>
