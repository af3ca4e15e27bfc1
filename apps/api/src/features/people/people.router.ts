import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { addPerson } from './commands/add-person.ts'
import { appointAdministrator, dismissAdministrator } from './commands/appoint-administrator.ts'
import { disablePerson, enablePerson } from './commands/disable-person.ts'
import { choosePreferences, renamePerson } from './commands/rename-person.ts'
import { peopleDirectory } from './directory.queries.ts'

/** Procedures of `people`. */
export const peopleRouter = router({
  add: mutation(addPerson),
  rename: mutation(renamePerson),
  disable: mutation(disablePerson),
  enable: mutation(enablePerson),
  appointAdministrator: mutation(appointAdministrator),
  dismissAdministrator: mutation(dismissAdministrator),
  choosePreferences: mutation(choosePreferences),
  directory: read(peopleDirectory),
})
