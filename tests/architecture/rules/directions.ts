import { resolveImport } from '../graph.ts'
import type { Rule, SourceFile } from '../rule.ts'
import { isScript, isTest } from '../rule.ts'
import { importsOf } from '../scanner.ts'

/** The table of ARCHITECTURE.md: which part of the repository may import which other. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/editor': [],
  'packages/i18n': [],
  'packages/ui': [],
  'packages/charts': [],
  'packages/database': ['packages/domain'],
  'packages/sync': ['packages/domain'],
  'apps/api': ['domain', 'database', 'sync', 'editor', 'i18n', 'charts'].map((name) => `packages/${name}`),
  'apps/web': ['domain', 'sync', 'editor', 'i18n', 'ui', 'charts'].map((name) => `packages/${name}`),
  infra: [],
}
const domainLibraries = new Set(['zod', 'fractional-indexing'])

const partOf = (path: string): string => /^(?:(?:apps|packages)\/[^/]+|[^/]+)/.exec(path)?.[0] ?? path

type Edge = { readonly from: string; readonly to: string; readonly specifier: string; readonly typeOnly: boolean }

function edgesOf(files: readonly SourceFile[]): Edge[] {
  return files
    .filter(({ path }) => isScript(path))
    .flatMap(({ path: from, text }) =>
      importsOf(text).map((found) => ({ ...found, from, to: resolveImport(from, found.specifier) ?? found.specifier })),
    )
}

const describeEdge = ({ from, specifier }: Edge): string => `${from} imports ${specifier}`
const violations = (files: readonly SourceFile[], breaks: (edge: Edge) => boolean): string[] =>
  edgesOf(files).filter(breaks).map(describeEdge)

/** Who may import whom between packages and apps. */
export const directions: readonly Rule[] = [
  {
    title: 'packages and apps import only what the table of ARCHITECTURE.md allows',
    check: (files) =>
      violations(files, ({ from, to, specifier, typeOnly }) => {
        const [here, there] = [partOf(from), partOf(to)]
        const allowed = mayImport[here]
        const isOurs = specifier.startsWith('.') || specifier.startsWith('@kolo/')
        if (!isOurs || here === there || allowed === undefined) return false
        return !allowed.includes(there) && !(here === 'apps/web' && there === 'apps/api' && typeOnly)
      }),
    bad: [
      { 'packages/domain/src/a/a.ts': "import { db } from '@kolo/database'" },
      { 'packages/ui/src/a.tsx': "export { t } from '@kolo/i18n'" },
      { 'apps/web/src/lib/trpc.ts': "import { appRouter } from '@kolo/api/router'" },
      { 'apps/api/src/main.ts': "const page = await import('@kolo/ui')" },
      { 'packages/new/src/a.ts': '', 'packages/sync/src/a.ts': "import type { Db } from '@kolo/database'" },
    ],
    good: {
      'apps/web/src/lib/trpc.ts': "import type { AppRouter } from '@kolo/api/router'\nimport { z } from 'zod'",
      'packages/sync/src/a.ts': "import { id } from '@kolo/domain/core/ids'\n// import { db } from '@kolo/database'",
    },
  },
  {
    title: 'every package and app has its row in the table',
    check: (files) =>
      [...new Set(files.map(({ path }) => partOf(path)))].filter((part) => part !== 'tests' && !(part in mayImport)),
    bad: [{ 'packages/shared/src/index.ts': '' }],
    good: { 'packages/ui/src/index.ts': '' },
  },
  {
    title: 'another package is imported by its name, never by a path',
    check: (files) =>
      violations(files, ({ from, to, specifier }) => {
        if (!specifier.startsWith('.') || partOf(from) === partOf(to)) return false
        return !(partOf(from) === 'tests' && partOf(to) === 'infra')
      }),
    bad: [
      { 'packages/sync/src/a.ts': "import { id } from '../../domain/src/core/ids.ts'" },
      { 'tests/e2e/a.test.ts': "import { appRouter } from '../../apps/api/src/features/router.ts'" },
    ],
    good: { 'packages/sync/src/a.ts': "import { b } from './b.ts'" },
  },
  {
    title: 'the domain relies on nothing but zod and fractional-indexing',
    check: (files) =>
      violations(files, ({ from, specifier }) => {
        if (partOf(from) !== 'packages/domain' || isTest(from)) return false
        return !specifier.startsWith('.') && !domainLibraries.has(specifier)
      }),
    bad: [
      { 'packages/domain/src/a/a.ts': "import { createHash } from 'node:crypto'" },
      { 'packages/domain/src/a/a.ts': "import React from 'react'" },
    ],
    good: { 'packages/domain/src/a/a.ts': "import { z } from 'zod'" },
  },
  {
    title: 'the product never imports what is made for its tests',
    check: (files) => violations(files, ({ from, to }) => !isTest(from) && isTest(to)),
    bad: [{ 'apps/api/src/main.ts': "import { testDatabase } from '@kolo/database/testing'" }],
    good: { 'apps/api/src/features/a/a.test.ts': "import { testDatabase } from '@kolo/database/testing'" },
  },
]
