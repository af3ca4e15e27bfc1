import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  role: 'Улога',
  seat: 'Место',
  coordinator: 'Координатор',
  editor: 'Уредник',
  reporter: 'Известилац',
  approver: 'Одобравалац',
  reader: 'Читалац',
  administrator: 'Администратор',
  observer: 'Посматрач',
  focalPoint: 'Контакт-особа',
  itOfficer: 'ИТ службеник',
  signatory: 'Потписник',
  partner: 'Партнер',
  municipality: 'Општина',
  lead: 'Водећи партнер',
  member: 'Члан',
  coordinatorAbout: 'Води пројекат: фазе, позивнице, извештаји',
  editorAbout: 'Пише документе, учествује у разговорима, помера задатке',
  reporterAbout: 'Ради на увођењу и пише извештаје',
  approverAbout: 'Одобрава извештаје општине',
  readerAbout: 'Чита и коментарише',
  administratorAbout: 'Управља организацијама, људима и инсталацијом',
  observerAbout: 'Види објављене документе и прихваћене резултате',
  signatoryAbout: 'Потписује документе и изјашњава се на тачкама одлуке',
  seatVacant: 'Слободно',
  changeRole: 'Промени улогу',
  owner: 'Сопствени простор',
} as const satisfies Serbian<typeof en>
