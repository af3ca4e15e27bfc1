import { z } from 'zod'

// Control characters (save tab and line feed), and the marks that turn the direction of text, have no place in a name.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/
const wellFormed = (text: string): boolean => text.isWellFormed() && !unwanted.test(text)

/** One line of text: trimmed, not empty, at most `max` UTF-16 units. */
export const lineOfText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => wellFormed(text) && !text.includes('\n'), { message: 'badCharacters' })

/** Running text of several lines, at most `max` UTF-16 units; may be empty. */
export const runningText = (max: number) => z.string().max(max).refine(wellFormed, { message: 'badCharacters' })

/** A calendar day, `2007-06-15`. */
export const daySchema = z.iso.date()
