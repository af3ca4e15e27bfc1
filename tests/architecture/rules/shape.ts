import type { Rule } from '../rule.ts'
import { isScript } from '../rule.ts'
import { withoutComments } from '../scanner.ts'

const longest = 300
const vagueWords = 'utils?|helpers?|common|misc|managers?|stuff'
const vaguePath = new RegExp(String.raw`(^|[-./])(${vagueWords})([-./]|$)`, 'i')
const vagueName = /\b(?:class|type|interface|function|const|let)\s+\w*(?:Manager|Helpers?|Utils?|Misc)\b/
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
