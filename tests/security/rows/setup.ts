import { anybody, type Rows } from '../table.ts'

/** The first administrator's account needs the link from the log. */
export const setup: Rows = {
  'setup.state': anybody(() => undefined),
  'setup.complete': anybody(
    () => ({
      secret: 'A'.repeat(43),
      name: 'Intruder',
      email: 'intruder@test.example',
      password: 'long enough',
      rendition: 'en',
    }),
    'notFound',
  ),
}
