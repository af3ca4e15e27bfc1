import { fold } from '@kolo/i18n'

/** Whether a label contains what was typed, in whatever script and with or without marks. */
export const fitsInAnyScript = (label: string, typed: string): boolean => fold(label).includes(fold(typed))
