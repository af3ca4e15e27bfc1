import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  title: 'სისტემის მომართვა',
  intro: 'პირველი მომხმარებელი მართავს ყველაფერ დანარჩენს.',
  linkInvalid: 'მომართვის ბმული უკვე გამოყენებულია ან არასწორია.',
  networkName: 'ქსელის დასახელება',
  administrator: 'ადმინისტრატორი',
  yourName: 'თქვენი სახელი და გვარი',
  email: 'ელფოსტა',
  password: 'პაროლი',
  passwordAgain: 'გაიმეორეთ პაროლი',
  passwordsDiffer: 'პაროლები განსხვავდება.',
  language: 'ენა',
  create: 'ადმინისტრატორის შექმნა',
  done: 'სისტემა მზადაა',
  nextSteps: 'შემდეგი ნაბიჯები',
  stepOrganizations: 'დაამატეთ ორგანიზაციები',
  stepProject: 'შექმენით პროექტი ექვსეტაპიანი შაბლონიდან',
  stepMunicipalities: 'შემოიტანეთ მუნიციპალიტეტები',
  stepSystems: 'გადმოიღეთ სისტემების კატალოგი',
  stepIndicators: 'გადმოიღეთ ინდიკატორების კატალოგი',
  stepInvite: 'მოიწვიეთ პარტნიორები და თანამშრომლები',
  stepRollout: 'შექმენით პირველი დანერგვა',
  stepDone: 'შესრულებულია',
  skip: 'მოგვიანებით',
  step: 'ნაბიჯი {{number}} {{total}}-დან',
  passwordAbout: 'სიმბოლოების მინიმალური რაოდენობა: {{limit}}',
  linkMissing: 'გახსენით გამართვის ბმული სერვერის ჟურნალიდან.',
} as const satisfies Georgian<typeof en>
