/** Where visitors come in: pages without anything of the signed-in ones, whose code they don't wait for. */
export const entrances = ['/sign-in', '/sign-in/link', '/setup', '/invitations', '/approve'] as const
export type Entrance = (typeof entrances)[number]

/** The entrance at a path, with or without a slash at its end. */
export const entranceAt = (path: string): Entrance | undefined =>
  entrances.find((entrance) => entrance === path.replace(/\/$/, ''))

/** An address inside the hub, or its start: never one that leads elsewhere, nor back to signing in. */
export function insideAddress(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\]|sign-in(?![\w-]))/.test(next) ? next : '/'
}

/** After the server has opened a session: nothing of whoever was here before is kept. */
export const enter = (href: string): void => location.replace(href)

/** Leads a visitor to sign in, and afterwards to where they wanted to go. */
export const toSignIn = (next: string): void => location.replace(`/sign-in?next=${encodeURIComponent(next)}`)
