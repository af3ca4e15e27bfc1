import type { MessageKey, Translate } from './registry.ts'
import type { Rendition } from './renditions.ts'
import { toCyrillic } from './translit/to-cyrillic.ts'

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

const indicatorKeys: Readonly<Record<string, MessageKey<'indicators'>>> = {
  'procedures-online': 'indicators:proceduresOnline',
  'requests-electronic': 'indicators:requestsElectronic',
  'services-electronic': 'indicators:servicesElectronic',
  sophistication: 'indicators:sophistication',
  'units-using-dms': 'indicators:unitsUsingDms',
  'registered-same-day': 'indicators:registeredSameDay',
  'processing-time': 'indicators:processingTime',
  'within-deadline': 'indicators:withinDeadline',
  'reports-closed': 'indicators:reportsClosed',
  'oss-points': 'indicators:ossPoints',
  'permits-electronic': 'indicators:permitsElectronic',
  'tax-online': 'indicators:taxOnline',
  'registers-connected': 'indicators:registersConnected',
  'staff-trained': 'indicators:staffTrained',
  'test-gain': 'indicators:testGain',
  'actions-on-time': 'indicators:actionsOnTime',
  satisfaction: 'indicators:satisfaction',
  'backup-restored': 'indicators:backupRestored',
  'ict-spend': 'indicators:ictSpend',
  milestones: 'indicators:milestones',
}

const unitKeys: Readonly<Record<string, MessageKey<'indicators'>>> = {
  services: 'indicators:unitServices',
  'level 0-4': 'indicators:unitLevel',
  'working days': 'indicators:unitWorkingDays',
  points: 'indicators:unitPoints',
  registers: 'indicators:unitRegisters',
  persons: 'indicators:unitPersons',
  'percentage points': 'indicators:unitPercentagePoints',
  'score 1-5': 'indicators:unitScore',
  'yes/no': 'indicators:unitYesNo',
  'EUR/year': 'indicators:unitEuroPerYear',
}

const categoryKeys: Readonly<Record<string, MessageKey<'indicators'>>> = {
  unknown: 'indicators:categoryUnknown',
  sex: 'indicators:bySex',
  women: 'indicators:women',
  men: 'indicators:men',
  users: 'indicators:byUsers',
  citizens: 'indicators:citizens',
  businesses: 'indicators:businesses',
}

const phaseKeys: Readonly<Record<string, MessageKey<'rollouts'>>> = {
  prepare: 'rollouts:prepare',
  procure: 'rollouts:procure',
  configure: 'rollouts:configure',
  pilot: 'rollouts:pilot',
  live: 'rollouts:live',
  sustain: 'rollouts:sustain',
}

type Named = { readonly key: string; readonly name: string }

/** What a stage is called in the rendition: known keys have a name in each, others the name that they were given. */
export function stageName(t: Translate<'stages'>, { key, name }: Named): string {
  const known = stageKeys[key]
  return known ? t(known) : name
}

/** What a system of the catalogue is called in the rendition. */
export function systemName(t: Translate<'systems'>, { key, name }: Named): string {
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

/** What an indicator is called in the rendition: known keys have a name in each, others the name that they were given. */
export function indicatorName(t: Translate<'indicators'>, { key, name }: Named): string {
  const known = indicatorKeys[key]
  return known ? t(known) : name
}

/** What an indicator is counted in, in the rendition. */
export function unitName(t: Translate<'indicators'>, { unit }: { readonly unit: string }): string {
  const known = unitKeys[unit]
  return known ? t(known) : unit
}

/** What a breakdown or one of its categories is called in the rendition: known keys have a name in each, others their own. */
export function categoryName(t: Translate<'indicators'>, { key, name }: Named): string {
  const known = categoryKeys[key]
  return known ? t(known) : name
}

type FactKind =
  | 'phaseReached'
  | 'milestoneReached'
  | 'milestoneReachedLate'
  | 'taskDone'
  | 'threadResolved'
  | 'versionPublished'

/** What a fact of a report says in the rendition; a phase is named by its key. */
export function factText(
  t: Translate<'reports' | 'rollouts'>,
  { kind, name }: { readonly kind: FactKind; readonly name: string },
): string {
  const phase = kind === 'phaseReached' ? phaseKeys[name] : undefined
  return t(`reports:${kind}`, { name: phase ? t(phase) : name })
}
