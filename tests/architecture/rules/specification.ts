import type { Rule, SourceFile } from '../rule.ts'

const specification = 'packages/sync/SPEC.md'
/** Where sync is proved; each of these tests quotes the rule that it proves. */
const proofs =
  /^(packages\/sync\/src\/[^/]+|tests\/(sync|cluster)\/.+|apps\/api\/src\/transports\/sockets\/sockets)\.test\.ts$/
/** Others may quote one. */
const anyTest = /\.test\.tsx?$/
const quoted = /\[(SYN\d+)\]/g

const rulesIn = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => path === specification)
    .flatMap(({ text }) => [...text.matchAll(/^- \*\*\[(SYN\d+)\]\*\*/gm)].map(([, rule = '']) => rule))

const titlesIn = (files: readonly SourceFile[], where: RegExp): { path: string; title: string }[] =>
  files
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^\s*(?:it|test)(?:\.each\([^\n]*\))?\(\s*(['"`])(.*?)\1/gm)].map(([, , title = '']) => ({
        path,
        title,
      })),
    )

const quotedBy = (title: string): string[] => [...title.matchAll(quoted)].map(([, rule = '']) => rule)

/** The protocol is a list of numbered rules, and each is proved. */
export const specifications: readonly Rule[] = [
  {
    title: 'every test of sync quotes a rule of the specification',
    check(files) {
      const rules = new Set(rulesIn(files))
      return titlesIn(files, proofs)
        .filter(({ title }) => {
          const named = quotedBy(title)
          return named.length === 0 || named.some((rule) => !rules.has(rule))
        })
        .map(({ path, title }) => `${path}: "${title}" quotes no rule of ${specification}, or one that isn’t there`)
    },
    bad: [
      { [specification]: '- **[SYN1]** One.', 'packages/sync/src/a.test.ts': "it('is one', () => {" },
      { [specification]: '- **[SYN1]** One.', 'tests/sync/a.test.ts': "  it('[SYN1] [SYN2] is one', () => {" },
    ],
    good: { [specification]: '- **[SYN1]** One.', 'tests/sync/a.test.ts': "  it('[SYN1] is one', () => {" },
  },
  {
    title: 'every rule of the specification has a test, and its own number',
    check(files) {
      const rules = rulesIn(files)
      const proved = new Set(titlesIn(files, anyTest).flatMap(({ title }) => quotedBy(title)))
      const twice = rules.filter((rule, index) => rules.indexOf(rule) !== index)
      return [
        ...rules.filter((rule) => !proved.has(rule)).map((rule) => `${specification}: no test quotes [${rule}]`),
        ...twice.map((rule) => `${specification}: [${rule}] stands there twice`),
      ]
    },
    bad: [
      { [specification]: '- **[SYN1]** One.' },
      {
        [specification]: '- **[SYN1]** One.\n- **[SYN1]** Two.',
        'tests/sync/a.test.ts': "it('[SYN1] is one', () => {",
      },
    ],
    good: { [specification]: '- **[SYN1]** One.', 'tests/cluster/a.test.ts': "it('[SYN1] is one', () => {" },
  },
]
