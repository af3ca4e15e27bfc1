/*
 * How to add a catalog for a noun
 * -------------------------------
 * 1. Make a folder `catalogs/<noun>/` (the noun as in the router and the URL) with four files:
 *      en.ts          the source:    export const messages = { … } as const satisfies Messages;
 *      sr-Cyrl.ts     all keys:      export const messages = { … } as const satisfies Serbian<typeof en>;
 *      ka.ts          all keys:      export const messages = { … } as const satisfies Georgian<typeof en>;
 *      sr-Latn-ME.ts  only what differs from Serbian (ijekavian):
 *                                    export const messages = { … } as const satisfies Overlay<typeof en>;
 *    with `import type { messages as en } from './en.ts'` in the last three, which also carry
 *      export const meta = { unreviewed: true } as const satisfies CatalogMeta;
 *    until a native reader has checked the file (then `unreviewed: false`).
 *    `sr-Latn` is never written: it is derived from `sr-Cyrl`.
 * 2. Add the noun to `catalogs` in ../catalogs.ts (five lines).
 * 3. Run `npm run check -w @kolo/i18n` (or `node packages/i18n/src/check.ts`).
 *
 * Rules of a message: a flat camelCase key; a whole sentence, never a piece of one; `{{name}}` for what
 * is filled in; *label: value* instead of declining a name. A counted message has the key with
 * `_one` and `_other` (and `_few` in sr-Cyrl: 2–4, 22–24) and is asked for as
 * `t('threads:messageCount', { count })`. Georgian nouns stay singular after a number.
 */

/** A catalog: flat, camelCase keys; counted messages end in `_one`, `_few`, `_other`. */
export type Messages = Readonly<Record<string, string>>

/** Whether a native reader has checked the file; listed on the administrator's page while not. */
export interface CatalogMeta {
  readonly unreviewed: boolean
}

type SerbianKey<Key> = Key extends `${infer Counted}_other` ? Key | `${Counted}_few` : Key

/** Serbian has every key of English and a `_few` form for every counted message. */
export type Serbian<English> = { readonly [Key in SerbianKey<keyof English & string>]: string }

/** Georgian has exactly the keys of English. */
export type Georgian<English> = { readonly [Key in keyof English & string]: string }

/** Montenegrin holds only what differs from Serbian. */
export type Overlay<English> = Partial<Serbian<English>>
