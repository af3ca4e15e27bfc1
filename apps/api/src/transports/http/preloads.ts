import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).optional(), css: z.array(z.string()).optional() }),
)
type Manifest = z.infer<typeof manifestSchema>

// What whoever is signed in needs on every page; the builder's manifest names modules by their source.
const needed = ['src/app/app.tsx', 'src/app/signed-in.tsx']

/**
 * The `Link` header that lets a browser fetch the code of those who are signed in all at once, instead of learning of each
 * piece from the one before it. Undefined where the pages weren't built.
 */
export function codeAhead(webRoot: string): string | undefined {
  const path = join(webRoot, '.vite/manifest.json')
  if (!existsSync(path)) return undefined
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const files = [...new Set(needed.flatMap((name) => [...closure(manifest, name)]))]
  return files.map((file) => `</${file}>; rel=modulepreload`).join(', ')
}

function closure(manifest: Manifest, first: string): Set<string> {
  const files = new Set<string>()
  const waiting = [first]
  const seen = new Set(waiting)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = manifest[name]
    if (!chunk) continue
    files.add(chunk.file)
    const fresh = (chunk.imports ?? []).filter((next) => !seen.has(next))
    for (const next of fresh) seen.add(next)
    waiting.push(...fresh)
  }
  return files
}
