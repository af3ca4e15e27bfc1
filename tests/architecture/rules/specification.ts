import type { Rule, SourceFile, Tree } from '../rule.ts'
import { titlesOf } from '../titles.ts'

const specification = 'packages/sync/SPEC.md'
/** Where sync is proved; each of these tests quotes the rule that it proves. Others may quote one. */
const proofs = /^(tests\/(sync|cluster)|packages\/sync|apps\/api\/src\/transports\/sockets)\/.+\.test\.tsx?$/
const anyTest = /\.test\.tsx?$/
const quoted = /\[(SYN\d+)\]/g

const rulesIn = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => path === specification)
    .flatMap(({ text }) => [...text.matchAll(/^- \*\*\[(SYN\d+)\]\*\*/gm)].map(([, rule = '']) => rule))

type Titled = { readonly path: string; readonly title: string }

/** The titles of the tests that prove sync, and of those besides that quote a rule; a proof's file without any is named. */
const titlesIn = (files: readonly SourceFile[]): Titled[] =>
  files
    .filter(({ path, text }) => proofs.test(path) || (anyTest.test(path) && mayQuote(path, text)))
    .flatMap((file) => {
      const titles = titlesOf(file)
      return (titles.length > 0 ? titles : ['']).map((title) => ({ path: file.path, title }))
    })

// The rules' own bad examples quote what isn't there.
const mayQuote = (path: string, text: string): boolean =>
  /\bSYN\d/.test(text) && !path.startsWith('tests/architecture/')

const quotedBy = (title: string): string[] => [...title.matchAll(quoted)].map(([, rule = '']) => rule)

/** A specification of one rule, and a file. */
function proofOfOne(file: string): Tree {
  const [path = '', ...text] = file.split(': ')
  return { [specification]: '- **[SYN1]** One.', [path]: text.join(': ') }
}

/** The protocol is a list of numbered rules, and each is proved. */
export const specifications: readonly Rule[] = [
  {
    title: 'every test of sync quotes a rule of the specification',
    check(files) {
      const rules = new Set(rulesIn(files))
      return titlesIn(files)
        .filter(({ path, title }) => {
          const named = quotedBy(title)
          return (named.length === 0 && proofs.test(path)) || named.some((rule) => !rules.has(rule))
        })
        .map(({ path, title }) => `${path}: "${title}" quotes no rule of ${specification}, or one that isn’t there`)
    },
    bad: [
      "packages/sync/src/a.test.ts: it('is one', () => {})",
      "tests/sync/a.test.ts: it('[SYN1] [SYN2] is one', () => {})",
      "tests/cluster/deep/a.test.ts: describe('a', () => { it.each([\n['x (', 1],\n])('%s is one', () => {}) })",
      "tests/sync/a.test.ts: it.each`n\n${1}`('$n is one', () => {})",
      'tests/sync/a.test.ts: test(`${many} are one`, { timeout: 1 }, () => {})',
      "tests/sync/a.test.ts: it.runIf(many > 1)('are one', () => {})",
      'tests/sync/a.test.ts: it(title, () => {})',
      "packages/sync/src/a.test.ts: proves('[SYN1] is one')",
      "apps/api/src/transports/sockets/a.test.ts: it('is one', () => {})",
      "apps/api/src/kernel/a.test.ts: it('[SYN2] is one', () => {})",
    ].map(proofOfOne),
    good: {
      ...proofOfOne("tests/sync/a.test.ts: it.each([\n['x', 1],\n])('[SYN1] %s is one', (x) => /one/.test(x))"),
      'tests/cluster/a.test.ts': 'it(`[SYN1] ${many} are one`, () => {}) // it("is one")',
      'apps/api/src/kernel/a.test.ts': "it('is one', () => {})",
    },
  },
  {
    title: 'every rule of the specification has a test, and its own number',
    check(files) {
      const rules = rulesIn(files)
      const proved = new Set(titlesIn(files).flatMap(({ title }) => quotedBy(title)))
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
        'tests/sync/a.test.ts': "it('[SYN1] is one', () => {})",
      },
    ],
    good: proofOfOne("tests/cluster/a.test.ts: it.each([\n['x', 1],\n])('[SYN1] is one', () => {})"),
  },
]
