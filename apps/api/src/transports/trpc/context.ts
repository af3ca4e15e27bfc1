import type { Kernel } from '../../kernel/kernel.ts'
import type { Sender } from '../../kernel/command.ts'

/** What a procedure gets of the request: the kernel, and who is signed in, if anyone. */
export type RequestContext = {
  readonly kernel: Kernel
  readonly sender: Sender | undefined
}
