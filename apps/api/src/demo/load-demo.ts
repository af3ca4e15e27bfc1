import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { setInstallationAnchor, isDemoLoaded, markDemoLoaded } from './progress.ts'
import type { Hub, HubLog } from '../hub.ts'
import { demoHub } from './demo-hub.ts'
import { loadNetwork } from './load-network.ts'
import { loadProject } from './load-project.ts'
import { planReports } from './load-reports.ts'
import { planContacts, planMilestones, planPhases, planRollouts } from './load-rollouts.ts'
import { planWork } from './load-work.ts'

const dataFile = (name: string): string => fileURLToPath(new URL(`../../../../data/${name}`, import.meta.url))

/** Loads the demo network through the hub's own commands. A load that was cut off goes on where it stopped; a loaded one is left alone. */
export async function loadDemo(hub: Hub, log: HubLog): Promise<void> {
  if (await isDemoLoaded(hub.pool)) return
  const started = performance.now()
  log.info('Loading the demo network …')
  const anchor = await setInstallationAnchor(hub.pool, new Date().toISOString().slice(0, 10))
  const demo = demoHub(hub, anchor, log.error)
  const read = (name: string): Promise<string> => readFile(dataFile(name), 'utf8')
  const network = await loadNetwork(demo, {
    municipalities: await read('municipalities.csv'),
    systems: await read('systems.csv'),
  })
  await loadProject(demo, network, JSON.parse(await read('project.json')))
  planRollouts(demo, network)
  await demo.play()
  planPhases(demo)
  planContacts(demo)
  planMilestones(demo)
  await planWork(demo)
  await planReports(demo, network, await read('indicators.csv'))
  await demo.play()
  await markDemoLoaded(hub.pool)
  log.info(`Demo network loaded in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}
