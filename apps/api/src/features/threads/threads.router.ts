import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { deleteMessage, editMessage } from './commands/edit-message.ts'
import { markRead } from './commands/mark-read.ts'
import { postMessage } from './commands/post-message.ts'
import { renameThread } from './commands/rename-thread.ts'
import { reopenThread, resolveThread } from './commands/resolve-thread.ts'
import { startThread } from './commands/start-thread.ts'
import { threadMessages } from './threads.queries.ts'

/** Procedures of `threads`. */
export const threadsRouter = router({
  start: mutation(startThread),
  rename: mutation(renameThread),
  resolve: mutation(resolveThread),
  reopen: mutation(reopenThread),
  post: mutation(postMessage),
  edit: mutation(editMessage),
  delete: mutation(deleteMessage),
  markRead: mutation(markRead),
  messages: read(threadMessages),
})
