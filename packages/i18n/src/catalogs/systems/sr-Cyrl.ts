import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  system: 'Информациони систем',
  systems: 'Информациони системи',
  catalogue: 'Каталог система',
  about: 'Опис',
  add: 'Додај систем',
  edit: 'Уреди систем',
  key: 'Ознака',
  keyTaken: 'Ова ознака је заузета.',
  rollouts: 'Увођења овог система',
  choose: 'Изабери систем',
  searchPlaceholder: 'Пронађи систем…',
  empty: 'Каталог је празан',
  dms: 'Управљање документима и предметима',
  oneStopShop: 'Јединствено управно место / услужни центар',
  ePermits: 'Електронске дозволе и урбанистичко планирање',
  gis: 'ГИС и адресни регистар',
  localTax: 'Локална пореска администрација',
  budget: 'Буџет и рачуноводство',
  portal: 'Веб-сајт и портал е-услуга',
  problemReporting: 'Пријава комуналних проблема',
  dataExchange: 'Размена података са државним регистрима',
  property: 'Имовина',
  civilStatus: 'Матичне књиге',
  hr: 'Људски ресурси и плате',
  eSession: 'е-Седница скупштине',
  openData: 'Отворени подаци',
  participation: 'е-Учешће грађана',
  infrastructure: 'Мрежа, резервне копије и безбедност',
  takeKnown: 'Преузми познати каталог',
  takeKnownAbout: 'Системи које користе општине региона: {{count}}',
  added: 'Каталог је допуњен',
  name: 'Назив',
} as const satisfies Serbian<typeof en>
