import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  title: 'Подешавање инсталације',
  intro: 'Први налог управља свим осталим.',
  linkInvalid: 'Ова веза за подешавање је искоришћена или није исправна.',
  networkName: 'Назив мреже',
  administrator: 'Администратор',
  yourName: 'Ваше име и презиме',
  email: 'Е-пошта',
  password: 'Лозинка',
  passwordAgain: 'Поновите лозинку',
  passwordsDiffer: 'Лозинке се разликују.',
  language: 'Језик',
  create: 'Направи администратора',
  done: 'Инсталација је спремна',
  nextSteps: 'Наредни кораци',
  stepOrganizations: 'Додајте организације',
  stepProject: 'Направите пројекат по шаблону са шест фаза',
  stepMunicipalities: 'Увезите општине',
  stepSystems: 'Преузмите каталог система',
  stepIndicators: 'Преузмите каталог показатеља',
  stepInvite: 'Позовите партнере и службенике',
  stepRollout: 'Направите прво увођење',
  stepDone: 'Урађено',
  skip: 'Касније',
  step: 'Корак {{number}} од {{total}}',
  passwordAbout: 'Најмање знакова: {{limit}}',
  linkMissing: 'Отворите везу за подешавање из дневника сервера.',
} as const satisfies Serbian<typeof en>
