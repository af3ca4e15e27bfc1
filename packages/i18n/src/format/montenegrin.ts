/*
 * Intl's data for sr-Latn-ME is Serbian ekavian (CLDR 48: "ponedeljak", "pre 3 dana"). These are all
 * words of its dates and relative times that Montenegrin says differently.
 */
const ijekavian: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})pre(?!\p{L})/gu, 'prije'],
  [/(?<!\p{L})posle/gu, 'poslije'],
  [/nedelj/gu, 'nedjelj'],
  [/sreda/gu, 'srijeda'],
  [/(?<!\p{L})sre(?!\p{L})/gu, 'sri'],
  [/mesec/gu, 'mjesec'],
  [/sledeć/gu, 'sljedeć'],
]

/** What Intl says for sr-Latn-ME, in ijekavian. */
export const inIjekavian = (text: string): string =>
  ijekavian.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
