import { loadDemo } from '../demo/load-demo.ts'
import type { Hub } from '../hub.ts'
import { decideMode } from '../launch/mode.ts'

/** Loads the demo into an installation that has nothing yet; never into a production. */
export async function loadDemoNetwork(hub: Hub): Promise<number> {
  const { installation } = await decideMode(hub.env, hub.pool, { empty: false, now: new Date().toISOString() })
  if (!installation.demo) {
    process.stderr.write('This is a production: the demo is never loaded into one.\n')
    return 1
  }
  await loadDemo(hub, {
    info: (message) => void process.stdout.write(`${message}\n`),
    error: (error) => {
      throw error
    },
  })
  process.stdout.write('The demo network is there.\n')
  return 0
}
