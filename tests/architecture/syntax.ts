import { parseSync } from 'vite'
import type { SourceFile } from './rule.ts'

/** A piece of a program as it was parsed; `start` and `end` are places in the text. */
export type Piece = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** A part of a piece that is a piece itself. */
export function partOf(piece: Piece, name: string): Piece | undefined {
  const part = piece[name]
  return isPiece(part) ? part : undefined
}

/** Every piece of a file, outer ones first. */
export function piecesOf({ path, text }: SourceFile): Piece[] {
  const found: Piece[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (isPiece(value)) {
      found.push(value)
      for (const part of Object.values(value)) visit(part)
    }
  }
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can’t be read: ${errors[0]?.message}`)
  visit(program)
  return found
}

/** What stands in the text at a piece: of a string what it says. */
export function wordsOf(piece: Piece, text: string): string {
  if (piece.type === 'Literal' && typeof piece['value'] === 'string') return piece['value']
  const written = text.slice(piece.start, piece.end)
  return piece.type === 'TemplateLiteral' ? written.slice(1, -1) : written
}
