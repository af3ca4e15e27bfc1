let person: string | undefined

/** From now on the page asks and writes as this person: where another tab has signed somebody else in, the server refuses. */
export const pageIsOf = (personId: string): void => void (person = personId)

/** Whose page it is; undefined before anybody is known. */
export const pageOf = (): string | undefined => person
