import { buildWebIfStale } from '../../infra/start/build-web.ts'

/** Browser tests run the built web app; build it once, before the first of them. */
export async function setup(): Promise<void> {
  await buildWebIfStale()
}
