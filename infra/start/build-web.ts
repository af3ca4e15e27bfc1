import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const web = join(root, 'apps/web')
const stamp = join(web, 'dist/.stamp')
const page = join(web, 'dist/index.html')

/** Builds the web app unless `dist` was already built from exactly these sources; shows the builder's own progress. */
export async function buildWebIfStale(): Promise<'built' | 'fresh'> {
  if (!existsSync(join(web, 'src'))) return 'fresh'
  const hash = hashSources()
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 'fresh'
  process.stdout.write('Building the web app (only after a change of its sources) …\n')
  const started = performance.now()
  await viteBuild()
  writeFileSync(stamp, hash)
  process.stdout.write(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)
  return 'built'
}

/** Everything that the web app's bundle is made of: its own files, our packages and the locked dependencies. */
function hashSources(): string {
  const patterns = [
    'apps/web/{src,public,service-worker}/**/*',
    'apps/web/{index.html,vite.config.ts,package.json}',
    'packages/{domain,sync,editor,i18n,ui,charts}/{src/**/*,package.json}',
    'package-lock.json',
    'tsconfig.base.json',
  ]
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** In a process of its own, so that the server doesn't keep the builder's memory. */
function viteBuild(): Promise<void> {
  const manifest = createRequire(join(web, 'package.json')).resolve('vite/package.json')
  const args = [join(dirname(manifest), 'bin/vite.js'), 'build']
  const env = { ...process.env, NODE_ENV: 'production' }
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: web, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`The web app didn't build (exit ${code}).`))))
  })
}
