import type { Rule, SourceFile, Tree } from '../rule.ts'
import { isScript, isTest } from '../rule.ts'
import { withoutComments } from '../scanner.ts'
import { partOf, piecesOf } from '../syntax.ts'

const longest = 300
const vagueWords = 'utils?|helpers?|common|misc|managers?|stuff'
const vaguePath = new RegExp(String.raw`(^|[-./])(${vagueWords})([-./]|$)`, 'i')
const vagueName = /\b(?:class|type|interface|function|const|let)\s+\w*(?:Manager|Helpers?|Utils?|Misc)\b/

/** Where a function has to be read whole to be trusted: what runs commands, and what replays them. */
const core = /^(apps\/api\/src\/kernel|packages\/sync\/src|packages\/domain\/src\/(core|events))\/.+\.ts$/
const longestFunction = 80
/** Those that are longer still, with their own limits: these only ever go down. */
const stillLonger: Readonly<Record<string, number>> = {
  'packages/sync/src/client.ts': 130,
  'apps/api/src/kernel/queue.ts': 95,
  'packages/sync/src/open-spaces.ts': 85,
}

/** The length of each function of a file, by the line on which it begins. */
function functionsIn(file: SourceFile): { line: number; lines: number }[] {
  return piecesOf(file)
    .filter((piece) => /Function/.test(piece.type) && partOf(piece, 'body'))
    .map(({ start, end }) => ({
      line: lineCount(`${file.text.slice(0, start)}|`),
      lines: lineCount(file.text.slice(start, end)),
    }))
}

const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** How large files are and what they are called. */
export const shapes: readonly Rule[] = [
  {
    title: `no file is longer than ${longest} lines`,
    check: (files) =>
      files
        .filter(({ path, text }) => (isScript(path) || path.endsWith('.css')) && lineCount(text) > longest)
        .map(({ path, text }) => `${path} has ${lineCount(text)} lines`),
    bad: [{ 'apps/api/src/main.ts': 'x\n'.repeat(longest + 1) }],
    good: { 'apps/api/src/main.ts': 'x\n'.repeat(longest) },
  },
  {
    title: `no function of kernel, sync and the domain’s core is longer than ${longestFunction} lines`,
    check: (files) =>
      files
        .filter(({ path }) => core.test(path) && !isTest(path))
        .flatMap((file) =>
          functionsIn(file)
            .filter(({ lines }) => lines > (stillLonger[file.path] ?? longestFunction))
            .map(({ line, lines }) => `${file.path}:${line} has ${lines} lines`),
        ),
    bad: [
      functionOf('apps/api/src/kernel/a.ts', longestFunction + 1),
      functionOf('packages/sync/src/a.ts', longestFunction + 1),
      functionOf('packages/domain/src/events/a.ts', longestFunction + 1),
      functionOf('packages/sync/src/client.ts', 131),
    ],
    good: {
      ...functionOf('apps/api/src/kernel/a.ts', longestFunction),
      ...functionOf('apps/api/src/kernel/a.test.ts', longestFunction + 1),
    },
  },
  {
    title: 'files and folders are named by what they say',
    check: (files) => files.map(({ path }) => path).filter((path) => vaguePath.test(path)),
    bad: [
      { 'apps/web/src/lib/utils.ts': '' },
      { 'packages/domain/src/common/ids.ts': '' },
      { 'apps/api/src/kernel/queue-manager.ts': '' },
    ],
    good: { 'apps/api/src/kernel/community.ts': '' },
  },
  {
    title: 'types and functions are named by what they say',
    check: (files) =>
      files
        .filter(
          ({ path, text }) =>
            isScript(path) && !path.startsWith('tests/architecture/') && vagueName.test(withoutComments(text)),
        )
        .map(({ path, text }) => `${path}: ${vagueName.exec(withoutComments(text))?.[0]}`),
    bad: [{ 'apps/api/src/kernel/queue.ts': 'export class QueueManager {}' }],
    good: { 'apps/api/src/kernel/queue.ts': 'export class Queue {} // no QueueManager' },
  },
  {
    title: 'routes of the web app only load and render (25 lines)',
    check: (files) =>
      files
        .filter(({ path, text }) => /^apps\/web\/src\/routes\/.*\.tsx$/.test(path) && lineCount(text) > 25)
        .map(({ path, text }) => `${path} has ${lineCount(text)} lines`),
    bad: [{ 'apps/web/src/routes/threads.tsx': 'x\n'.repeat(26) }],
    good: { 'apps/web/src/routes/threads.tsx': 'x\n'.repeat(25) },
  },
]

function functionOf(path: string, lines: number): Tree {
  return { [path]: `export const a = () => {\n${'run()\n'.repeat(lines - 2)}}` }
}
