import type { SourceFile } from './rule.ts'
import { partOf, type Piece, piecesOf, wordsOf } from './syntax.ts'

/** These make a test function of what they are called with, which is called with a title then. */
const makers = new Set(['each', 'for', 'runIf', 'skipIf'])

/** The innermost name of `it`, `it.concurrent`, `it.each([…])` and it.each`…`. */
function rootOf(callee: Piece): string | undefined {
  if (callee.type === 'Identifier') return String(callee['name'])
  const inner = partOf(callee, 'object') ?? partOf(callee, 'callee') ?? partOf(callee, 'tag')
  return inner && rootOf(inner)
}

function takesTitle(callee: Piece): boolean {
  const root = rootOf(callee)
  if (root !== 'it' && root !== 'test') return false
  const name = callee.type === 'MemberExpression' ? partOf(callee, 'property')?.['name'] : undefined
  return !makers.has(String(name))
}

/** The title of each test in a file as it is written; what is no string, by the words of the program. */
export function titlesOf(file: SourceFile): string[] {
  return piecesOf(file).flatMap((piece) => {
    const callee = piece.type === 'CallExpression' ? partOf(piece, 'callee') : undefined
    const [title] = (piece['arguments'] ?? []) as readonly Piece[]
    return callee && title && takesTitle(callee) ? [wordsOf(title, file.text)] : []
  })
}
