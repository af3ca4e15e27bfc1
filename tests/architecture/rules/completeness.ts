import type { Rule, SourceFile } from '../rule.ts'
import { isTest } from '../rule.ts'

const catalogs = 'packages/i18n/src/catalogs'
const renditions = ['en', 'sr-Cyrl', 'sr-Latn-ME', 'ka']

/** Nouns that a person meets on the screen. */
const nounsOnScreen = (files: readonly SourceFile[]): string[] =>
  [...new Set(files.flatMap(({ path }) => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? []))].toSorted()

const textAt = (files: readonly SourceFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? ''
const hasWord = (text: string, word: string): boolean => new RegExp(String.raw`\b${word}\b`).test(text)

/** Names of the commands that a file of `commands/` exports. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/^export const (\w+)(?::[^=]+)? = command\(/gm)].map(([, name = '']) => name)

/** What belongs to each noun beside the lists: its words, its lines in the feed, its proofs. */
export const completeness: readonly Rule[] = [
  {
    title: 'every noun on the screen has a catalog in each rendition',
    check: (files) => {
      const paths = new Set(files.map(({ path }) => path))
      return nounsOnScreen(files)
        .flatMap((noun) => renditions.map((rendition) => `${catalogs}/${noun}/${rendition}.ts`))
        .filter((path) => !paths.has(path))
        .map((path) => `${path} is missing`)
    },
    bad: [
      { 'apps/web/src/features/tasks/view.tsx': '' },
      { 'apps/web/src/features/tasks/view.tsx': '', [`${catalogs}/tasks/en.ts`]: '' },
    ],
    good: {
      'apps/web/src/features/tasks/view.tsx': '',
      ...Object.fromEntries(renditions.map((rendition) => [`${catalogs}/tasks/${rendition}.ts`, ''])),
    },
  },
  {
    title: 'every line of the feed that an event names has its text',
    check: (files) => {
      const texts = textAt(files, `${catalogs}/feed/en.ts`)
      return files
        .filter(({ path }) => /^packages\/domain\/src\/[^/]+\/[^/]+\.events\.ts$/.test(path))
        .flatMap(({ path, text }) =>
          [...text.matchAll(/\bfeed: '(\w+)'/g)]
            .map(([, key = '']) => key)
            .filter((key) => !hasWord(texts, key))
            .map((key) => `${path}: ${catalogs}/feed/en.ts has no ${key}`),
        )
    },
    bad: [
      { 'packages/domain/src/tasks/tasks.events.ts': "feed: 'taskMoved'", [`${catalogs}/feed/en.ts`]: 'taskAdded' },
    ],
    good: {
      'packages/domain/src/tasks/tasks.events.ts': "feed: 'taskMoved'",
      [`${catalogs}/feed/en.ts`]: 'taskMoved: 1',
    },
  },
  {
    title: 'every command is proved: old snapshot + its events = fresh snapshot',
    check: (files) => {
      const proofs = files
        .filter(({ path, text }) => path.startsWith('apps/api/') && isTest(path) && text.includes('expectSynced'))
        .map(({ text }) => text)
      return files
        .filter(({ path }) => /^apps\/api\/src\/features\/[^/]+\/commands\/[^/]+\.ts$/.test(path) && !isTest(path))
        .flatMap(({ path, text }) => commandsIn(text).map((name) => ({ path, name })))
        .filter(({ name }) => !proofs.some((proof) => hasWord(proof, name)))
        .map(({ path, name }) => `${path}: no test calls expectSynced for ${name}`)
    },
    bad: [{ 'apps/api/src/features/tasks/commands/move-task.ts': 'export const moveTask = command(taskMove, {})' }],
    good: {
      'apps/api/src/features/tasks/commands/move-task.ts': 'export const moveTask = command(taskMove, {})',
      'apps/api/src/features/tasks/tasks.test.ts':
        'await expectSynced(hub, spaceId, () => hub.run(person, moveTask, input))',
    },
  },
  {
    // From these inputs it is proved for each role, over each way, and from an outbox after hours.
    title: 'every command has an input in the table of authorization',
    check: (files) => {
      const table = files.filter(({ path }) => path.startsWith('tests/security/rows/')).map(({ text }) => text)
      return files
        .filter(({ path }) => /^apps\/api\/src\/features\/[^/]+\/[^/]+\.router\.ts$/.test(path))
        .flatMap(({ path, text }) =>
          [...text.matchAll(/^\s*(\w+): mutation\(/gm)].map(([, verb = '']) => `${path.split('/').at(-2)}.${verb}`),
        )
        .filter((command) => !table.some((text) => text.includes(`'${command}': `)))
        .map((command) => `tests/security/rows has no ${command}`)
    },
    bad: [
      { 'apps/api/src/features/tasks/tasks.router.ts': 'router({\n  move: mutation(moveTask),\n})' },
      {
        'apps/api/src/features/tasks/tasks.router.ts': 'router({\n  move: mutation(moveTask),\n})',
        'tests/security/rows/tasks.ts': "'tasks.moveAll': []",
      },
    ],
    good: {
      'apps/api/src/features/tasks/tasks.router.ts': 'router({\n  move: mutation(moveTask),\n  mine: read(mine),\n})',
      'tests/security/rows/tasks.ts': "'tasks.move': []",
    },
  },
  {
    title: 'decisions, policies and folds have tests without I/O beside them',
    check: (files) => {
      const tests = files.filter(({ path }) => path.startsWith('packages/domain/') && isTest(path))
      return files
        .filter(({ path }) => /^packages\/domain\/src\/[^/]+\/[^/]+\.(decide|policy|fold)\.ts$/.test(path))
        .map(({ path }) => ({ path, name: path.split('/').at(-1) ?? path }))
        .filter(({ name }) => !tests.some(({ text }) => text.includes(`/${name}'`)))
        .map(({ path }) => `no test imports ${path}`)
    },
    bad: [{ 'packages/domain/src/tasks/tasks.decide.ts': '' }],
    good: {
      'packages/domain/src/tasks/tasks.decide.ts': '',
      'packages/domain/src/tasks/tasks.decide.test.ts': "import { taskMove } from './tasks.decide.ts'",
    },
  },
]
