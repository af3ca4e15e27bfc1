import type { Refusal } from '@kolo/sync'

/** The server's refusal, as every call's error carries it in `data`; undefined where no answer came that could be understood. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined
  const data = error.data as Partial<Refusal> | null | undefined
  return data?.code ? { code: data.code, details: data.details ?? {} } : undefined
}

/** Nobody knows whether it worked: no answer, or one that asks for another try. */
export function isUnknown(error: unknown): boolean {
  const refusal = refusalOf(error)
  return !refusal || ['unavailable', 'internal', 'tooMany', 'unauthenticated'].includes(refusal.code)
}
