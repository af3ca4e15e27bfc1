import { z } from 'zod'

// Control characters (save tab and line feed), and the marks that turn the direction of text, have no place in a name.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/
const wellFormed = (text: string): boolean => text.isWellFormed() && !unwanted.test(text)
const lineEnds = /[\n\u0085\u2028\u2029]/
// A name of marks that nobody sees (zero width, joiners, fillers) would look like no name, or like another's.
const visible = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800]/u

/** One line of text: trimmed, with something to be seen, at most `max` UTF-16 units. */
export const lineOfText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => wellFormed(text) && !lineEnds.test(text) && visible.test(text), { message: 'badCharacters' })

/** Running text of several lines, at most `max` UTF-16 units; may be empty. */
export const runningText = (max: number) => z.string().max(max).refine(wellFormed, { message: 'badCharacters' })

/** Text that is only kept and given back (quotes, anchors, addresses): whatever the database can hold, at most `max` units. */
export const keptText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), { message: 'badCharacters' })

/** A calendar day, `2007-06-15`, of a year that can be meant: 0206 is a slip, and the database has no year 0. */
export const daySchema = z.iso.date().refine((day) => day >= '1900' && day < '2200', { message: 'badDay' })

/** A moment in UTC, within the same years. */
export const momentSchema = z.iso.datetime().refine((at) => at >= '1900' && at < '2200', { message: 'badDay' })

/** A number in a log or a thread, as far as the database counts. */
export const positionSchema = z.int32().nonnegative()
