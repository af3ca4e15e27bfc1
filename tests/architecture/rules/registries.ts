import { resolveImport } from '../graph.ts'
import type { Rule, SourceFile, Tree } from '../rule.ts'
import { isTest } from '../rule.ts'
import { importsOf } from '../scanner.ts'

/** What a list must hold: each file that matches `member` is imported by the file that `list` names for it. */
type Listing = {
  readonly title: string
  readonly member: RegExp
  list(match: readonly string[]): string
  readonly example: string
}

const lists: readonly Listing[] = [
  {
    title: "every noun's events are in the registry of events",
    member: /^packages\/domain\/src\/[^/]+\/[^/]+\.events\.ts$/,
    list: () => 'packages/domain/src/events/registry.ts',
    example: 'packages/domain/src/tasks/tasks.events.ts',
  },
  {
    title: "every noun's fold is a part of the snapshot",
    member: /^packages\/domain\/src\/[^/]+\/[^/]+\.fold\.ts$/,
    list: () => 'packages/domain/src/events/parts.ts',
    example: 'packages/domain/src/tasks/tasks.fold.ts',
  },
  {
    title: "every noun's predictions are in their list",
    member: /^packages\/domain\/src\/[^/]+\/[^/]+\.predict\.ts$/,
    list: () => 'packages/domain/src/events/predictions.ts',
    example: 'packages/domain/src/tasks/tasks.predict.ts',
  },
  {
    title: "every feature's part is loaded into the snapshot",
    member: /^apps\/api\/src\/features\/[^/]+\/[^/]+\.part\.ts$/,
    list: () => 'apps/api/src/features/parts.ts',
    example: 'apps/api/src/features/tasks/tasks.part.ts',
  },
  {
    title: "every feature's router is in the router",
    member: /^apps\/api\/src\/features\/[^/]+\/[^/]+\.router\.ts$/,
    list: () => 'apps/api/src/features/router.ts',
    example: 'apps/api/src/features/tasks/tasks.router.ts',
  },
  {
    title: "every command is in its feature's router",
    member: /^apps\/api\/src\/features\/([^/]+)\/commands\/[^/]+\.ts$/,
    list: ([, noun]) => `apps/api/src/features/${noun}/${noun}.router.ts`,
    example: 'apps/api/src/features/tasks/commands/move-task.ts',
  },
  {
    title: 'every migration is in the list of migrations',
    member: /^packages\/database\/src\/migrations\/\d{4}_[^/]+\.ts$/,
    list: () => 'packages/database/src/migrations/index.ts',
    example: 'packages/database/src/migrations/0099_tasks.ts',
  },
  {
    title: 'every table is in the schema of the database',
    member: /^packages\/database\/src\/schema\/(?!database\.ts)[^/]+\.ts$/,
    list: () => 'packages/database/src/schema/database.ts',
    example: 'packages/database/src/schema/tasks.ts',
  },
]

function importsFile(list: SourceFile | undefined, path: string): boolean {
  return (
    list !== undefined && importsOf(list.text).some(({ specifier }) => resolveImport(list.path, specifier) === path)
  )
}

function listed({ title, member, list, example }: Listing): Rule {
  const home = list(member.exec(example) ?? [])
  const depth = home.split('/').length - 1
  const relative = `./${'../'.repeat(depth)}${example}`
  return {
    title,
    check: (files) =>
      files.flatMap(({ path }) => {
        const match = member.exec(path)
        if (!match || isTest(path)) return []
        const home = list(match)
        return importsFile(
          files.find((file) => file.path === home),
          path,
        )
          ? []
          : [`${home} doesn't list ${path}`]
      }),
    bad: [{ [example]: '' }, { [example]: '', [home]: `// import { x } from '${relative}'` }],
    good: { [example]: '', [home]: `import { x } from '${relative}'` },
  }
}

/** The list of a noun is complete when the noun is born. */
export const registries: readonly Rule[] = [
  ...lists.map(listed),
  {
    title: 'every noun with events has a policy and decisions that return them',
    check: (files) => {
      const paths = new Set(files.map(({ path }) => path))
      const eventful = [...paths].flatMap(
        (path) => /^packages\/domain\/src\/([^/]+)\/\1\.events\.ts$/.exec(path)?.[1] ?? [],
      )
      return eventful
        .filter((noun) => noun !== 'spaces')
        .flatMap((noun) => ['policy', 'decide'].map((kind) => `packages/domain/src/${noun}/${noun}.${kind}.ts`))
        .filter((path) => !paths.has(path))
        .map((path) => `${path} is missing`)
    },
    bad: [{ 'packages/domain/src/tasks/tasks.events.ts': '', 'packages/domain/src/tasks/tasks.policy.ts': '' }],
    good: nounFiles(['events', 'policy', 'decide']),
  },
  {
    title: 'no two migrations have the same number',
    check: (files) => {
      const names = files.flatMap(({ path }) => /\/migrations\/(\d{4}_[^/]+)\.ts$/.exec(path)?.[1] ?? [])
      return names.filter((name, index) =>
        names.some((other, at) => at < index && other.slice(0, 4) === name.slice(0, 4)),
      )
    },
    bad: [migrations(['0001_a', '0001_b'])],
    good: migrations(['0001_a', '0003_b']),
  },
  {
    title: 'every command of the domain is run by the api',
    check: (files) => {
      const api = files.filter(({ path }) => path.startsWith('apps/api/src/features/') && !isTest(path))
      return definitions(files, 'defineCommand')
        .filter(({ name }) => !api.some(({ text }) => new RegExp(String.raw`\b${name}\b`).test(text)))
        .map(({ name, path }) => `${path}: ${name}`)
    },
    bad: [{ 'packages/domain/src/tasks/tasks.decide.ts': "export const taskMove = defineCommand('task.move', i, d)" }],
    good: {
      'packages/domain/src/tasks/tasks.decide.ts': "export const taskMove = defineCommand('task.move', i, d)",
      'apps/api/src/features/tasks/commands/move-task.ts': 'export const moveTask = command(taskMove, {})',
    },
  },
]

function definitions(files: readonly SourceFile[], maker: string): { name: string; path: string }[] {
  const pattern = new RegExp(String.raw`^export const (\w+) = ${maker}\(`, 'gm')
  return files
    .filter(({ path }) => path.startsWith('packages/domain/src/') && !isTest(path))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, name = '']) => ({ name, path })))
}

function nounFiles(kinds: readonly string[]): Tree {
  return Object.fromEntries(kinds.map((kind) => [`packages/domain/src/tasks/tasks.${kind}.ts`, '']))
}

function migrations(names: readonly string[]): Tree {
  return Object.fromEntries(names.map((name) => [`packages/database/src/migrations/${name}.ts`, '']))
}
