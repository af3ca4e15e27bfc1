import { only, type Rows } from '../table.ts'

/** For administrators alone. */
export const administration: Rows = {
  'administration.audit': only(['administrator'], () => ({})),
  'administration.overview': only(['administrator'], () => ({})),
  'administration.mailbox': only(['administrator'], () => ({})),
}
