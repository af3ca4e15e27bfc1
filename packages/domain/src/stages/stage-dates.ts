import { addDays, daysBetween, type Period } from '../core/days.ts'
import { sixStages, type StageTemplate } from './six-stages.ts'

/** From the first start to the last end. */
export function spanOf(stages: readonly Period[]): Period {
  const starts = stages.map((stage) => stage.startsOn).toSorted()
  const ends = stages.map((stage) => stage.endsOn).toSorted()
  return { startsOn: starts[0] ?? '', endsOn: ends.at(-1) ?? '' }
}

/** The template's stages laid into another period: stretched or squeezed with it, in the same order and overlap. */
export function placeStages(period: Period, template: readonly StageTemplate[] = sixStages): StageTemplate[] {
  const span = spanOf(template)
  const ratio = daysBetween(period.startsOn, period.endsOn) / daysBetween(span.startsOn, span.endsOn)
  const place = (day: string): string => addDays(period.startsOn, Math.round(daysBetween(span.startsOn, day) * ratio))
  return template.map((stage) => ({ ...stage, startsOn: place(stage.startsOn), endsOn: place(stage.endsOn) }))
}

/**
 * Moves all stages by the same number of days, so that `anchorDay` lies a third of the way into the last one: a demo that is
 * started today shows follow-up in full swing. Order, lengths and overlaps stay; the caller keeps the original dates.
 */
export function shiftDates<Stage extends Period>(stages: readonly Stage[], anchorDay: string): Stage[] {
  const last = stages.at(-1)
  if (!last) return []
  const third = Math.floor(daysBetween(last.startsOn, last.endsOn) / 3)
  const days = daysBetween(addDays(last.startsOn, third), anchorDay)
  return stages.map((stage) => ({
    ...stage,
    startsOn: addDays(stage.startsOn, days),
    endsOn: addDays(stage.endsOn, days),
  }))
}
