import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  greeting: 'Поштовани, {{person}},',
  greetingPlain: 'Поштовани,',
  invitationSubject: 'Позивница: {{project}}',
  invitationIntro: '{{person}} вас позива на заједнички рад: „{{project}}“.',
  invitationRole: 'Ваша улога: {{role}}. Организација: {{organization}}.',
  invitationButton: 'Отвори позивницу',
  invitationExpiry: 'Веза важи до: {{date}}, и може се искористити једном.',
  signInSubject: 'Ваша веза за пријаву',
  signInIntro: 'Неко, вероватно ви, затражио је везу за пријаву.',
  signInButton: 'Пријави се',
  signInExpiry: 'Веза важи {{minutes}} мин. и може се искористити једном.',
  ignore: 'Ако нисте очекивали ову поруку, слободно је занемарите.',
  linkAsText: 'Ако дугме не ради, отворите ову адресу:',
  reportDueSubject: 'Извештај за подношење: {{title}}',
  reportsDueSubject: 'Извештаји за подношење: {{count}}',
  reminderIntro: 'Ово вас чека:',
  reminder: '{{title}}, {{period}}. Рок: {{date}}.',
  reminderLate: '{{title}}, {{period}}. Рок је истекао: {{date}}.',
  reminderEffort: 'Оно што је већ познато стоји у нацрту; ако новости нема, довољан је један додир.',
  reminderWhy: 'Ову поруку добијате јер сте задужени за ове извештаје. Највише једном дневно.',
  reportApprovalSubject: 'Молимо одобрење: {{title}}',
  reportApprovalBody: 'Извештај је спреман: једна страница за читање, један додир за одобрење.',
  reportApprovalButton: 'Прочитај и одобри',
  reportApprovalExpiry: 'Веза је само за вас и важи док се извештај не измени, најкасније до: {{date}}.',
  reportReturnedSubject: 'Враћен извештај: {{title}}',
  reportReturnedBody: '{{person}}: извештај је враћен са примедбама.',
  reportSubmittedSubject: 'Поднет извештај: {{title}}',
  reportAcceptedSubject: 'Прихваћен извештај: {{title}}',
  open: 'Отвори у Колу',
  digestSubject: 'Новости: {{project}}',
  mentionSubject: 'Поменути сте: {{title}}',
  footer: 'Ову поруку добијате јер учествујете у мрежи: {{network}}.',
} as const satisfies Serbian<typeof en>
