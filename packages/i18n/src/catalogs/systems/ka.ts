import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  system: 'საინფორმაციო სისტემა',
  systems: 'საინფორმაციო სისტემები',
  catalogue: 'სისტემების კატალოგი',
  about: 'აღწერა',
  add: 'სისტემის დამატება',
  edit: 'სისტემის რედაქტირება',
  key: 'იდენტიფიკატორი',
  keyTaken: 'ეს იდენტიფიკატორი დაკავებულია.',
  rollouts: 'ამ სისტემის დანერგვები',
  choose: 'აირჩიეთ სისტემა',
  searchPlaceholder: 'სისტემის ძიება…',
  empty: 'კატალოგი ცარიელია',
  dms: 'დოკუმენტებისა და საქმეების მართვა',
  oneStopShop: 'ერთი ფანჯრის პრინციპი / მოქალაქეთა მომსახურების ცენტრი',
  ePermits: 'ელექტრონული ნებართვები და ურბანული დაგეგმარება',
  gis: 'GIS და მისამართების რეესტრი',
  localTax: 'ადგილობრივი გადასახადების ადმინისტრირება',
  budget: 'ბიუჯეტი და ბუღალტერია',
  portal: 'ვებსაიტი და ელექტრონული სერვისების პორტალი',
  problemReporting: 'კომუნალური პრობლემების შეტყობინება',
  dataExchange: 'მონაცემთა გაცვლა სახელმწიფო რეესტრებთან',
  property: 'ქონება და აქტივები',
  civilStatus: 'სამოქალაქო აქტების რეესტრი',
  hr: 'ადამიანური რესურსები და ხელფასები',
  eSession: 'საკრებულოს ელექტრონული სხდომა',
  openData: 'ღია მონაცემები',
  participation: 'ელექტრონული მონაწილეობა',
  infrastructure: 'ქსელი, სარეზერვო ასლები და უსაფრთხოება',
  takeKnown: 'ცნობილი კატალოგის გადმოღება',
  takeKnownAbout: 'რეგიონის მუნიციპალიტეტებში გამოყენებული სისტემები: {{count}}',
  added: 'კატალოგი განახლდა',
  name: 'დასახელება',
} as const satisfies Georgian<typeof en>
