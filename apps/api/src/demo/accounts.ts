/** The accounts of the demo; all have one password, which is why production refuses to start with them. */
export const demoPassword = 'kolo-demo'

/** The address of an account, by its key. */
export const demoEmail = (key: string): string => `${key}@demo.kolo.test`

/** Who they are, by role (people of the demo have no names of real people). */
export const demoAccounts = [
  { key: 'coordinator', about: 'coordinates the project' },
  { key: 'partner-serbia', about: 'local partner in Serbia' },
  { key: 'partner-montenegro', about: 'local partner in Montenegro' },
  { key: 'partner-georgia', about: 'local partner in Georgia' },
  { key: 'officer-indjija', about: 'municipality officer of Inđija' },
  { key: 'approver-indjija', about: 'approves for Inđija' },
  { key: 'officer-tivat', about: 'municipality officer of Tivat' },
  { key: 'officer-gori', about: 'municipality officer of Gori' },
  { key: 'observer', about: 'donor, reads results only' },
  { key: 'admin', about: 'administers the installation' },
].map((account) => ({ ...account, email: demoEmail(account.key) }))
