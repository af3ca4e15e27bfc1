import type { MessageKey, Translate } from '@kolo/i18n'
import type { Refusal } from '@kolo/sync'

/** Why it was refused, in the person's words: the server's reasons and codes are keys of the catalogue `errors`. */
export function refusalText(t: Translate, { code, details }: Refusal): string {
  const { reason } = details
  const facts = Object.fromEntries(
    Object.entries(details).filter((fact): fact is [string, string | number] => typeof fact[1] !== 'boolean'),
  )
  return t(`errors:${typeof reason === 'string' ? reason : code}` as MessageKey<'errors'>, facts)
}
