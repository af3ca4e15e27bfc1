import { everyPerson } from '../people.ts'
import { anybody, only, type Rows } from '../table.ts'
import { newId } from '../world.ts'

const secret = 'A'.repeat(43)

/** Signing in is open; what concerns a session is for whoever has one, about the own ones only. */
export const sessions: Rows = {
  'sessions.current': anybody(() => undefined),
  'sessions.signIn': anybody(() => ({ email: 'observer@demo.kolo.test', password: 'kolo-demo' })),
  'sessions.requestLink': anybody(() => ({ email: 'observer@demo.kolo.test' })),
  'sessions.redeemLink': anybody(() => ({ secret }), 'notFound'),
  'sessions.signOut': anybody(() => undefined),
  'sessions.list': only(everyPerson, () => undefined, 'own sessions'),
  'sessions.end': [
    { about: 'own sessions', may: everyPerson, input: () => ({ sessionId: newId() }), idempotent: true },
  ],
  'sessions.endOthers': only(everyPerson, () => undefined, 'own sessions'),
  'sessions.changePassword': [
    {
      about: 'without knowing the old one',
      may: everyPerson,
      answers: 'invalid',
      input: () => ({ current: 'wrong', next: 'long enough' }),
    },
  ],
}
