import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from './rule.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const generated = new Set(['node_modules', 'dist', '.turbo', 'coverage', 'test-results'])

/** Everything that we wrote under apps, packages, tests and infra. */
export function readRepository(): SourceFile[] {
  return globSync('{apps,packages,tests,infra}/**/*.{ts,tsx,js,mjs,css,html,md,json}', {
    cwd: root,
    exclude: (path) => path.split(/[\\/]/).some((segment) => generated.has(segment)),
  })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
