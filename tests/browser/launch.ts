import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

// The package's own arguments switch web security off, which would hide real faults.
const baseArguments = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Starts a headless Chromium; make one context per person, close the browser when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  const isRoot = process.getuid?.() === 0
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launch({
    executablePath,
    env: { ...Object.fromEntries(inherited), ...env },
    args: [...baseArguments, ...(isRoot ? ['--no-sandbox'] : [])],
    chromiumSandbox: !isRoot,
  })
}
