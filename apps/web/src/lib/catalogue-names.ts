import { type MessageKey, type Rendition, toCyrillic, type Translate } from '@kolo/i18n'

const stageKeys: Readonly<Record<string, MessageKey<'stages'>>> = {
  'research-design': 'stages:researchDesign',
  practices: 'stages:practices',
  analysis: 'stages:analysis',
  drafting: 'stages:drafting',
  training: 'stages:training',
  'follow-up': 'stages:followUp',
}

const systemKeys: Readonly<Record<string, MessageKey<'systems'>>> = {
  dms: 'systems:dms',
  'one-stop-shop': 'systems:oneStopShop',
  'e-permits': 'systems:ePermits',
  gis: 'systems:gis',
  'local-tax': 'systems:localTax',
  budget: 'systems:budget',
  portal: 'systems:portal',
  'problem-reporting': 'systems:problemReporting',
  'data-exchange': 'systems:dataExchange',
  property: 'systems:property',
  'civil-status': 'systems:civilStatus',
  hr: 'systems:hr',
  'e-session': 'systems:eSession',
  'open-data': 'systems:openData',
  participation: 'systems:participation',
  infrastructure: 'systems:infrastructure',
}

type Named = { readonly key: string; readonly name: string }

/** What a stage is called in the rendition: known keys have a name in each, others the name that they were given. */
export function stageName(t: Translate, { key, name }: Named): string {
  const known = stageKeys[key]
  return known ? t(known) : name
}

/** What a system of the catalogue is called in the rendition. */
export function systemName(t: Translate, { key, name }: Named): string {
  const known = systemKeys[key]
  return known ? t(known) : name
}

/** What a municipality is called in the rendition: in the reader's script where its own names allow it, else in Latin. */
export function municipalityName(
  rendition: Rendition,
  { country, name, nameLocal }: { readonly country: string; readonly name: string; readonly nameLocal: string },
): string {
  if (rendition === 'ka') return country === 'GE' ? nameLocal : name
  if (rendition !== 'sr-Cyrl') return name
  // Montenegro writes both scripts; its register has the Latin one.
  if (country === 'ME') return toCyrillic(name)
  return country === 'RS' ? nameLocal : name
}
