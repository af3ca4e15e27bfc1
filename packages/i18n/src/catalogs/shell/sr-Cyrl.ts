import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  home: 'Почетна',
  project: 'Пројекат',
  projects: 'Пројекти',
  spaces: 'Простори',
  mySpaces: 'Моји простори',
  recentSpaces: 'Недавно посећено',
  stages: 'Фазе',
  rollouts: 'Увођења',
  municipalities: 'Општине',
  reports: 'Извештаји',
  admin: 'Администрација',
  settings: 'Подешавања',
  profile: 'Профил',
  help: 'Помоћ',
  sidebar: 'Бочна трака',
  openSidebar: 'Отвори бочну траку',
  closeSidebar: 'Затвори бочну траку',
  mainNavigation: 'Главна навигација',
  breadcrumb: 'Где сте',
  commandPalette: 'Палета команди',
  paletteHint: 'Пронађите или урадите било шта…',
  paletteGoTo: 'Иди на',
  paletteActions: 'Радње',
  paletteRecent: 'Недавно',
  waitingForYou: 'Чека вас',
  nothingWaiting: 'Ништа вас не чека',
  waitingReportDue: 'Извештај за подношење: {{title}}',
  waitingReportReturned: 'Враћен извештај: {{title}}',
  waitingReportApproval: 'Извештај за одобрење: {{title}}',
  waitingReportReview: 'Извештај за преглед: {{title}}',
  waitingTask: 'Задатак: {{title}}',
  waitingMention: 'Поменути сте: {{title}}',
  waitingSignOff: 'Тражи се потпис: {{title}}',
  waitingGate: 'Тражи се одлука: {{title}}',
  notifications: 'Обавештења',
  noNotifications: 'Нема обавештења',
  activity: 'Активност',
  unread_one: 'Непрочитано: {{count}}',
  unread_few: 'Непрочитано: {{count}}',
  unread_other: 'Непрочитано: {{count}}',
  peopleHere_one: 'Сада је овде {{count}} особа',
  peopleHere_few: 'Сада су овде {{count}} особе',
  peopleHere_other: 'Сада је овде {{count}} особа',
  connectionLive: 'Уживо',
  outbox: 'Још није послато',
  outboxRefused: 'Сервер је ово одбио',
  outboxEmpty: 'Све је послато',
  unsentChange: 'Измена',
  documentUnsaved: 'У једном документу има речи које нису сачуване',
  sendAgain: 'Пошаљи поново',
  signOutUnsent_one:
    '{{count}} измена још није послата. Ипак се одјавити? Остаје на овом уређају, означена као непослата.',
  signOutUnsent_few:
    '{{count}} измене још нису послате. Ипак се одјавити? Остају на овом уређају, означене као непослате.',
  signOutUnsent_other:
    '{{count}} измена још није послато. Ипак се одјавити? Остају на овом уређају, означене као непослате.',
  signOutLost_one:
    '{{count}} измена није послата нити може да се сачува на овом уређају. Ипак се одјавити? Биће изгубљена.',
  signOutLost_few:
    '{{count}} измене нису послате нити могу да се сачувају на овом уређају. Ипак се одјавити? Биће изгубљене.',
  signOutLost_other:
    '{{count}} измена није послато нити може да се сачува на овом уређају. Ипак се одјавити? Биће изгубљене.',
  demoNotice: 'Демо: подаци нису стварни',
  shortcutPalette: 'Отвори палету',
  shortcutSearch: 'Претражи',
  shortcutNewThread: 'Нови разговор',
  shortcutNewTask: 'Нови задатак',
  shortcutNextTab: 'Следећа картица',
  shortcutPreviousTab: 'Претходна картица',
  waitingContacts: 'Потврдите да су људи и даље исти',
} as const satisfies Serbian<typeof en>
