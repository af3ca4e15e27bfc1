import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  nameTeam: 'Именујте радни тим и његовог руководиоца',
  kickOff: 'Први састанак са општином',
  asIs: 'Опишите како се посао данас обавља',
  equipment: 'Проверите рачунаре, мрежу и резервне копије',
  decision: 'Донесите одлуку о увођењу',
  budget: 'Обезбедите средства у буџету',
  specification: 'Напишите спецификацију',
  jointPurchase: 'Питајте суседне општине за заједничку набавку',
  procurement: 'Спроведите набавку',
  contract: 'Потпишите уговор, са одржавањем и обуком',
  install: 'Инсталирајте и подесите систем',
  accounts: 'Отворите налоге и доделите права',
  initialData: 'Унесите и проверите почетне податке',
  restore: 'Вратите резервну копију у проби',
  train: 'Обучите запослене',
  trainTrainer: 'Обучите сопственог предавача',
  tryOut: 'Пробајте у једној јединици',
  goThrough: 'Прођите кроз то шта је проба показала',
  goLive: 'Одлучите о почетку рада',
  announce: 'Обавестите грађане и запослене',
  support: 'Уредите помоћ и одржавање',
  visit: 'Посета после три месеца',
  registryRules: 'Усвојите правила писарнице',
  signatures: 'Набавите квалификоване електронске потписе',
  place: 'Изаберите и опремите простор',
  procedures: 'Попишите поступке са обрасцима и роковима',
  cadastre: 'Преузмите катастар и адресни регистар',
  taxpayers: 'Средите регистар обвезника',
  firstServices: 'Изаберите прве услуге',
  accessibility: 'Проверите приступачност и језике',
  categories: 'Договорите врсте пријава, рокове и ко одговара',
  phoneNumber: 'Уведите телефонски број и апликацију',
  stateBody: 'Потпишите споразум са државним органом',
  securityAct: 'Донесите акт о безбедности информација',
  contractSigned: 'Уговор потписан',
  dataMigrated: 'Подаци пренети',
  staffTrained: 'Запослени обучени',
  liveForCitizens: 'У раду за грађане',
  starterName: 'Уобичајен план',
} as const satisfies Serbian<typeof en>
