/** A file of the repository: its path from the root, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** A small made-up repository: text by path. */
export type Tree = Readonly<Record<string, string>>

/** A promise about all files; `check` names each place that breaks it. */
export type Rule = {
  readonly title: string
  check(files: readonly SourceFile[]): string[]
  /** Trees that each break the rule: a rule that can't fail guards nothing. */
  readonly bad: readonly Tree[]
  /** A tree close to the bad ones that keeps the rule. */
  readonly good: Tree
}

/** The files of a made-up repository. */
export function filesOf(tree: Tree): SourceFile[] {
  return Object.entries(tree).map(([path, text]) => ({ path, text }))
}

/** True for tests and what only they use; the built product doesn't contain it. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$|^tests\/|\/(test|testing)\//.test(path)
}

/** True for what the scanner of imports understands. */
export function isScript(path: string): boolean {
  return /\.(ts|tsx|js|mjs)$/.test(path)
}
