import type { Rule, SourceFile } from '../rule.ts'
import { isScript, isTest } from '../rule.ts'
import { partOf, type Piece, piecesOf, wordsOf } from '../syntax.ts'

/** What isn't a command: sessions, and what visitors do before they have one. Everything else waits in the outbox. */
const direct = new Set([
  'invitations.accept',
  'invitations.preview',
  'reports.approveByLink',
  'reports.declineByLink',
  'reports.showApproval',
  'sessions.changePassword',
  'sessions.end',
  'sessions.endOthers',
  'sessions.redeemLink',
  'sessions.requestLink',
  'sessions.signIn',
  'sessions.signOut',
  'setup.complete',
])
/** The outbox's own ways out, and the two clients that the exceptions use. */
const ways: Readonly<Record<string, string>> = {
  'apps/web/src/lib/fetcher.ts': 'mutate',
  'apps/web/src/lib/hub.tsx': 'send',
  'apps/web/src/lib/send-content.ts': 'send',
  'apps/web/src/lib/trpc.ts': '/trpc',
  'apps/web/src/lib/ask.ts': '/trpc',
}
const sending = /\.(mutate|mutateAsync|mutationOptions|send)\b|\btell\(|\/trpc\b/

/** The path of a procedure that is called by the client of tRPC. */
const pathIn = (words: string): string | undefined => /^(?:api|trpc)\.(\w+\.\w+)$/.exec(words)?.[1]

/** What a piece of a program sends past the outbox, if it does. */
function sentBy(piece: Piece, { path, text }: SourceFile): string | undefined {
  const words = (part: Piece | undefined): string => (part ? wordsOf(part, text) : '')
  if (piece.type === 'Literal' || piece.type === 'TemplateElement')
    return /^`?\/trpc\b/.test(words(piece)) && ways[path] !== '/trpc' ? '/trpc' : undefined
  if (piece.type === 'CallExpression' && words(partOf(piece, 'callee')) === 'tell' && /\/ask\.ts'/.test(text)) {
    const [noun, verb] = piece['arguments'] as readonly Piece[]
    const asked = `${words(noun)}.${words(verb)}`
    return direct.has(asked) ? undefined : asked
  }
  if (piece.type !== 'MemberExpression') return undefined
  const [object, name] = [words(partOf(piece, 'object')), words(partOf(piece, 'property'))]
  if (name === 'send') return ways[path] === 'send' ? undefined : `${object}.send`
  if (!/^mutat(e|eAsync|ionOptions)$/.test(name) || ways[path] === 'mutate') return undefined
  const isHook = new RegExp(String.raw`\bconst ${object.replaceAll(/\W/g, '.')} = useMutation\(`).test(text)
  return isHook || direct.has(pathIn(object) ?? '') ? undefined : `${object}.${name}`
}

const page = (code: string, path = 'apps/web/src/features/a/view.tsx') => ({ [path]: code })

/** How the web app changes something. */
export const sendings: readonly Rule[] = [
  {
    title: 'the web app sends commands through the outbox alone',
    check: (files) =>
      files
        .filter(
          ({ path, text }) => path.startsWith('apps/web/') && isScript(path) && !isTest(path) && sending.test(text),
        )
        .flatMap((file) =>
          piecesOf(file)
            .flatMap((piece) => sentBy(piece, file) ?? [])
            .map((sent) => `${file.path} sends ${sent}`),
        ),
    bad: [
      page('await api.threads.start.mutate({ commandId, input })'),
      page('run(api.threads.start.mutate)'),
      page('const start = useMutation({ mutationFn: () => api.threads.start.mutate(input) })'),
      page('const start = useMutation(trpc.threads.start.mutationOptions())'),
      page('const { start } = api.threads\nvoid start.mutate(input)'),
      page("import { tell } from '../../lib/ask.ts'\nvoid tell('threads', 'start', input)"),
      page("import { tell } from '../../lib/ask.ts'\nvoid tell(noun, verb, input)"),
      page('void client.send({ spaceId, name, path, input })'),
      page("void fetch('/trpc/threads.start', { method: 'POST' })"),
      page('void fetch(`/trpc/${path}`)', 'apps/web/src/lib/fetcher.ts'),
    ],
    good: {
      ...page('const end = useMutation({ mutationFn: () => api.sessions.end.mutate(id) })\nend.mutate(id)'),
      ...page(
        "import { tell } from '../../lib/ask.ts'\nvoid tell('sessions', 'signIn', input)",
        'apps/web/src/features/sessions/sign-in-view.tsx',
      ),
      ...page('void client.send({ spaceId })', 'apps/web/src/lib/hub.tsx'),
      ...page('void procedure.mutate(input)', 'apps/web/src/lib/fetcher.ts'),
      ...page('void fetch(`/trpc/${path}`)', 'apps/web/src/lib/ask.ts'),
      ...page(
        "const send = useSend()\nvoid send(threadStart, 'threads.start', input)",
        'apps/web/src/features/b/view.tsx',
      ),
    },
  },
]
