import { posix } from 'node:path'
import type { SourceFile } from './rule.ts'
import { importsOf } from './scanner.ts'

/** What imports what, by name. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** The path of the file that the specifier names when it is one of ours; undefined for packages from npm and for Node. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [, name, path] = /^@kolo\/([\w-]+)(?:\/(.+))?$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  if (name === 'domain') return `packages/domain/src/${path ?? 'index'}.ts`
  if (name === 'api') return 'apps/api/src/features/router.ts'
  if (name === 'database' && path === 'testing') return 'packages/database/src/testing/index.ts'
  return `packages/${name}/src/index.ts`
}

/** The imports among our own files. */
export function fileGraph(files: readonly SourceFile[]): Graph {
  const known = new Set(files.map(({ path }) => path))
  return new Map(
    files.map(({ path, text }) => {
      const targets = importsOf(text).map(({ specifier }) => resolveImport(path, specifier))
      return [path, new Set(targets.filter((target) => target !== undefined && known.has(target)) as string[])]
    }),
  )
}

/** The same graph between groups of files; files without a group and imports within one are left out. */
export function groupGraph(graph: Graph, groupOf: (path: string) => string | undefined): Graph {
  const groups = new Map<string, Set<string>>()
  for (const [from, targets] of graph) {
    const group = groupOf(from)
    if (group === undefined) continue
    const reached = groups.get(group) ?? new Set()
    groups.set(group, reached)
    for (const target of [...targets].map(groupOf)) if (target !== undefined && target !== group) reached.add(target)
  }
  return groups
}

/** One cycle through each knot of the graph, written as `a → b → a`. */
export function cyclesOf(graph: Graph): string[] {
  const done = new Set<string>()
  const trail: string[] = []
  const cycles: string[] = []
  const visit = (node: string): void => {
    const seenAt = trail.indexOf(node)
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), node].join(' → '))
    if (seenAt >= 0 || done.has(node)) return
    trail.push(node)
    for (const next of graph.get(node) ?? []) visit(next)
    trail.pop()
    done.add(node)
  }
  for (const node of graph.keys()) visit(node)
  return cycles
}
