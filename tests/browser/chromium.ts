import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'

/** An executable Chromium and the environment that it needs on this machine. */
export type Chromium = { readonly executablePath: string; readonly env: Record<string, string> }

/** Finds a browser: `CHROMIUM`, else the system's, else the one from npm, unpacked once into the temporary folder. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM names ${given}, which doesn't exist.`)
    return { executablePath: given, env: {} }
  }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (system) return { executablePath: system, env: {} }
  const folder = await unpackChromium()
  return { executablePath: join(folder, 'chromium'), env: missingOnSystem(folder) }
}

/** Unpacks beside the target and renames, so that parallel or interrupted runs never see half a browser. */
async function unpackChromium(): Promise<string> {
  const manifest = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `headless-chromium-${version}-${process.arch}-${userInfo().uid}`)
  if (existsSync(folder)) return folder

  const archives = await findArchives(join(dirname(manifest), 'bin'))
  const fresh = await mkdtemp(`${folder}.`)
  try {
    const parts = await Promise.allSettled([
      inflate(join(archives, 'chromium.br'), createWriteStream(join(fresh, 'chromium'), { mode: 0o755 })),
      untar(join(archives, 'swiftshader.tar.br'), fresh),
      untar(join(archives, 'fonts.tar.br'), join(fresh, 'fonts')),
      untar(join(archives, 'al2023.tar.br'), join(fresh, 'al2023')),
    ])
    const failure = parts.find((part) => part.status === 'rejected')
    if (failure) throw failure.reason
    await writeFile(join(fresh, 'fonts/fonts.conf'), fontConfiguration(folder))
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The package's own configuration names folders of the place that it was made for. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts/cache</cachedir></fontconfig>\n`
}

async function findArchives(bin: string): Promise<string> {
  const perProcessor = join(bin, process.arch)
  const archives = existsSync(perProcessor) ? perProcessor : bin
  if (existsSync(join(archives, 'chromium.br'))) return archives
  throw new Error(
    `@sparticuz/chromium has no browser for ${process.platform}-${process.arch}: install one, set CHROMIUM.`,
  )
}

async function inflate(archive: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), target)
}

/** By way of a file: tar may stop reading a pipe before its end, which would break it. */
async function untar(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const plain = join(folder, basename(archive, '.br'))
  await inflate(archive, createWriteStream(plain))
  await promisify(execFile)('tar', ['-x', '-f', plain, '-C', folder])
  await rm(plain)
}

/** A bare machine lacks NSS and fonts; the package brings both, but mixing them with the system's own is asking for trouble. */
function missingOnSystem(folder: string): Record<string, string> {
  const libraries = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64']
  const hasNss = libraries.some((path) => existsSync(join(path, 'libnss3.so')))
  return {
    ...(hasNss ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  }
}
