/** How long after signing in by link a password may be set without knowing the old one. */
const freshMinutes = 15

/** Rules about sign-ins, which stand outside of spaces and their log. */
export const can = {
  /** Whoever came by a link from the own mailbox may have forgotten the password. */
  setPasswordUnknowing: (
    session: { readonly by: 'password' | 'link'; readonly createdAt: string },
    now: string,
  ): boolean => session.by === 'link' && Date.parse(now) - Date.parse(session.createdAt) < freshMinutes * 60_000,
}
