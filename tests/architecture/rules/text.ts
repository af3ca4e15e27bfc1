import type { Rule, SourceFile, Tree } from '../rule.ts'
import { isScript, isTest } from '../rule.ts'
import { linesWith, withoutComments } from '../scanner.ts'

type Where = (path: string) => boolean

/** A pattern that must not be found in the code (`code`) or anywhere in the text (`text`) of the files in question. */
function never(
  title: string,
  where: Where,
  part: 'code' | 'text',
  pattern: RegExp,
  bad: readonly Tree[],
  good: Tree,
): Rule {
  const search = ({ path, text }: SourceFile): string[] =>
    linesWith(part === 'code' ? withoutComments(text) : text, pattern).map((line) => `${path}:${line}`)
  return { title, check: (files) => files.filter(({ path }) => where(path)).flatMap(search), bad, good }
}

const inDomain: Where = (path) => path.startsWith('packages/domain/src/') && isScript(path) && !isTest(path)
const inThisFolder: Where = (path) => path.startsWith('tests/architecture/')
const onScreen: Where = (path) => /^(apps\/web|packages\/(ui|charts))\/.*\.(tsx?|css|html)$/.test(path) && !isTest(path)
const readsEnvironment: Where = (path) =>
  path === 'apps/api/src/env.ts' || path.startsWith('infra/') || path.endsWith('/vite.config.ts') || isTest(path)
const needsDefaultExport: Where = (path) => /\/vite(st)?\.config\.ts$/.test(path)

const domainFile = 'packages/domain/src/a/a.decide.ts'
const screenFile = 'apps/web/src/features/a/view.tsx'

/** What no line of code may say. */
export const texts: readonly Rule[] = [
  never(
    'the domain has no clock, no randomness and no outside world',
    inDomain,
    'code',
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\b(process|crypto|performance|console|globalThis)\.|\bfetch\(|\bset(Timeout|Interval)\(/,
    ['Date.now()', 'new Date()', 'Math.random()', 'process.env.X', 'await fetch(url)', 'crypto.randomUUID()'].map(
      (code) => ({
        [domainFile]: `const x = ${code}`,
      }),
    ),
    { [domainFile]: 'const at = new Date(now) // never Date.now()' },
  ),
  never(
    'only env.ts reads settings from process.env',
    (path) => isScript(path) && !readsEnvironment(path),
    'code',
    /\bprocess\.env\b(?!\.PATH\b|\['PATH'\])|\benv\b.*\bfrom 'node:process'/,
    [{ 'apps/api/src/transports/http/server.ts': 'listen(process.env.PORT)' }],
    { 'apps/api/src/env.ts': 'parse(process.env)', 'packages/database/src/a.ts': "process.env['PATH']" },
  ),
  never(
    'no default exports, except where a tool demands one',
    (path) => isScript(path) && !needsDefaultExport(path) && !inThisFolder(path),
    'code',
    /^\s*export default\b|\bas default\b/,
    [{ [screenFile]: 'export default function View() {}' }, { [screenFile]: 'export { View as default }' }],
    { 'apps/web/vite.config.ts': 'export default defineConfig({})' },
  ),
  never(
    'no export of everything',
    (path) => isScript(path) && !inThisFolder(path),
    'code',
    /^\s*export\s+(type\s+)?\*/,
    [{ 'packages/ui/src/index.ts': "export * from './button.tsx'" }],
    { 'packages/ui/src/index.ts': "export { Button } from './button.tsx'" },
  ),
  never(
    'nothing is postponed or silenced',
    (path) => isScript(path) && !inThisFolder(path),
    'text',
    /\b(TODO|FIXME|HACK)\b|@ts-(ignore|nocheck)|\b(test|it|describe)\.(skip|only|todo|fails)\b/,
    [{ [screenFile]: '// TODO: later' }, { [screenFile]: '// @ts-ignore' }, { 'tests/e2e/a.test.ts': 'test.skip()' }],
    { [screenFile]: '// done' },
  ),
  never(
    'only tests of types expect an error of the compiler',
    (path) => isScript(path) && !isTest(path),
    'text',
    /@ts-expect-error/,
    [{ [screenFile]: '// @ts-expect-error' }],
    { 'packages/i18n/src/registry.test.ts': '// @ts-expect-error no such key' },
  ),
  never(
    'no text is turned into capitals, which Georgian fonts lack',
    onScreen,
    'code',
    /\buppercase\b|text-transform:\s*capitalize|\bcapitalize\b|\.to(Locale)?UpperCase\(/,
    [
      { [screenFile]: '<b className="text-sm uppercase">' },
      { 'packages/ui/src/theme.css': 'b { text-transform: uppercase; }' },
      { [screenFile]: 'name[0].toUpperCase()' },
    ],
    { [screenFile]: '<b className="text-sm">' },
  ),
]
