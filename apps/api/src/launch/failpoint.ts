import type { Kernel } from '../kernel/kernel.ts'

/**
 * For tests of what a crash leaves behind: the process ends at once (SIGKILL) when an event that holds `text` has been
 * committed, before anybody hears of it or is answered. Has to be armed before anything else listens.
 */
export function armFailpoint(kernel: Kernel, text: string): void {
  kernel.log.subscribe((events) => {
    if (JSON.stringify(events).includes(text)) process.kill(process.pid, 'SIGKILL')
  }, 'own')
}
