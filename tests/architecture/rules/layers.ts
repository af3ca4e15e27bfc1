import { cyclesOf, fileGraph, groupGraph } from '../graph.ts'
import type { Rule, SourceFile } from '../rule.ts'
import { isScript, isTest } from '../rule.ts'

const apiFeature = (path: string): string | undefined => /^apps\/api\/src\/features\/([^/]+)\//.exec(path)?.[1]
const webFeature = (path: string): string | undefined => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1]

/** Paths of imports within the repository that break a rule, as `a imports b`. */
function broken(files: readonly SourceFile[], breaks: (from: string, to: string) => boolean): string[] {
  return [...fileGraph(files.filter(({ path }) => isScript(path)))].flatMap(([from, targets]) =>
    [...targets].filter((to) => breaks(from, to)).map((to) => `${from} imports ${to}`),
  )
}

function without(title: string, from: string, to: readonly string[], example: readonly [string, string]): Rule {
  const [source, target] = example
  return {
    title,
    // A test of a layer may run it with whatever is at hand.
    check: (files) =>
      broken(files, (a, b) => a.startsWith(from) && !isTest(a) && to.some((folder) => b.startsWith(folder))),
    bad: [{ [source]: `import { x } from '${target}'`, [resolveBeside(source, target)]: '' }],
    good: { [source]: "import { x } from './x.ts'", [resolveBeside(source, './x.ts')]: '' },
  }
}
const resolveBeside = (from: string, specifier: string): string =>
  new URL(specifier, `file:///${from}`).pathname.slice(1)

/** Who may import whom inside the two apps, and that nothing goes round in circles. */
export const layers: readonly Rule[] = [
  without(
    'the kernel imports no feature and no consumer',
    'apps/api/src/kernel/',
    ['apps/api/src/features/', 'apps/api/src/consumers/'],
    ['apps/api/src/kernel/queue.ts', '../features/threads/threads.queries.ts'],
  ),
  without(
    'no feature imports a consumer',
    'apps/api/src/features/',
    ['apps/api/src/consumers/'],
    ['apps/api/src/features/threads/threads.queries.ts', '../../consumers/feed/feed.ts'],
  ),
  without(
    'the web library imports no feature, route or shell',
    'apps/web/src/lib/',
    ['features', 'routes', 'app'].map((name) => `apps/web/src/${name}/`),
    ['apps/web/src/lib/trpc.ts', '../features/threads/threads.data.ts'],
  ),
  without(
    'web features import no route',
    'apps/web/src/features/',
    ['apps/web/src/routes/'],
    ['apps/web/src/features/threads/thread-view.tsx', '../../routes/threads.tsx'],
  ),
  {
    title: 'web features never import each other',
    check: (files) =>
      broken(files, (from, to) => {
        const [here, there] = [webFeature(from), webFeature(to)]
        return here !== undefined && there !== undefined && here !== there
      }),
    bad: [
      {
        'apps/web/src/features/threads/view.tsx': "import type { Task } from '../boards/boards.data.ts'",
        'apps/web/src/features/boards/boards.data.ts': '',
      },
    ],
    good: {
      'apps/web/src/features/threads/view.tsx': "import { start } from './threads.data.ts'",
      'apps/web/src/features/threads/threads.data.ts': '',
    },
  },
  {
    // A command that opens a space also furnishes it and derives its members, within the same transaction.
    title: "api features use only each other's queries and commands, and what opens and furnishes a space",
    check: (files) =>
      broken(files, (from, to) => {
        const [here, there] = [apiFeature(from), apiFeature(to)]
        if (here === undefined || there === undefined || here === there) return false
        return !/\.queries\.ts$|\/commands\/[^/]+\.ts$|\/(open|initial)-[^/]+\.ts$|\/spaces\/members\.ts$/.test(to)
      }),
    bad: [
      {
        'apps/api/src/features/boards/boards.queries.ts':
          "import { threadsRouter } from '../threads/threads.router.ts'",
        'apps/api/src/features/threads/threads.router.ts': '',
      },
    ],
    good: {
      'apps/api/src/features/boards/boards.queries.ts': "import { threadById } from '../threads/threads.queries.ts'",
      'apps/api/src/features/threads/threads.queries.ts': '',
    },
  },
  {
    title: 'no file imports itself in a circle',
    check: (files) => cyclesOf(fileGraph(files.filter(({ path }) => isScript(path)))),
    bad: [
      {
        'packages/sync/src/a.ts': "import { b } from './b.ts'",
        'packages/sync/src/b.ts': "import { c } from './c.ts'",
        'packages/sync/src/c.ts': "export { a } from './a.ts'",
      },
    ],
    good: { 'packages/sync/src/a.ts': "import { b } from './b.ts'", 'packages/sync/src/b.ts': '' },
  },
  {
    title: 'no api feature relies on itself by way of others',
    check: (files) => cyclesOf(groupGraph(fileGraph(files.filter(({ path }) => isScript(path))), apiFeature)),
    bad: [
      {
        'apps/api/src/features/boards/boards.queries.ts': "import { t } from '../threads/threads.queries.ts'",
        'apps/api/src/features/threads/threads.queries.ts': '',
        'apps/api/src/features/threads/commands/start.ts': "import { b } from '../../boards/boards.queries.ts'",
      },
    ],
    good: {
      'apps/api/src/features/boards/boards.queries.ts': "import { t } from '../threads/threads.queries.ts'",
      'apps/api/src/features/threads/threads.queries.ts': '',
    },
  },
]
