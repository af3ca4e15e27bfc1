import { type ErrorCode, errorCodes, type RefusalReason, refusalReasons } from '@kolo/domain/core/errors'
import type { Translate } from '@kolo/i18n'
import type { Refusal } from '@kolo/sync'

const known: ReadonlySet<unknown> = new Set([...refusalReasons, ...errorCodes])
const isKnown = (key: unknown): key is RefusalReason | ErrorCode => known.has(key)

/** Why it was refused, in the person's words: the reason's, or the code's where a newer server has a reason unknown here. */
export function refusalText(t: Translate<'errors'>, { code, details }: Refusal): string {
  const facts = Object.fromEntries(
    Object.entries(details).filter((fact): fact is [string, string | number] => typeof fact[1] !== 'boolean'),
  )
  // Each has its text: a key that the catalogue lacks is none that may be asked for.
  return t(`errors:${[details.reason, code].find(isKnown) ?? 'unknown'}`, facts)
}
