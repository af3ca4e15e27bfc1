import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldVariants } from './fold.ts'
import { romanizeGeorgian } from './georgian.ts'
import { defaultBrands } from './protected-spans.ts'
import { toCyrillic } from './to-cyrillic.ts'
import { toLatin } from './to-latin.ts'

const alphabet = 'абвгдђежзијклљмнњопрстћуфхцчџш'.split('')
const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** Whether a word, or the word in capitals or as a title, is in Latin the name of something that stays in Latin: СМС, Зоом. */
const isBrand = (text: string): boolean =>
  [text, text.toUpperCase(), titled(text)].some((form) => defaultBrands.includes(toLatin(form)))
/** Words in which no two letters could be read as one, and that no exception touches. */
const word = fc
  .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 14 })
  .map((letters) => letters.join(''))
  .filter((text) => !isBrand(text) && !/[лн]ј|дж|тањуг|ањон|вањ|пањ|коњ|ињ|[нопр][ар]?[ед]?џ/u.test(text))

describe('toLatin', () => {
  it.each([
    ['Љубовија', 'Ljubovija'],
    ['ЉУБОВИЈА', 'LJUBOVIJA'],
    ['Његош, Џ. и Љ.', 'Njegoš, Dž. i Lj.'],
    ['БАЊ', 'BANJ'],
    ['Инђија – ИНЂИЈА', 'Inđija – INĐIJA'],
    ['ИЗВЕШТАЈ за {{title}} (ICT)', 'IZVEŠTAJ za {{title}} (ICT)'],
    ['с\u0301утра, З\u0301еница', 'śutra, Źenica'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin)
  })
})

describe('toCyrillic', () => {
  it.each([
    ['nadživeti', 'надживети'],
    ['injekcija', 'инјекција'],
    ['konjunkcija', 'конјункција'],
    ['Tanjug', 'Танјуг'],
    ['TANJUG', 'ТАНЈУГ'],
    ['podžanr', 'поджанр'],
    ['Odžaci, hodža, nadžak', 'Оџаци, хоџа, наџак'],
    ['Njegoševa, Ljig, LJIG, Džep', 'Његошева, Љиг, ЉИГ, Џеп'],
    ['ǈiljan ǌegov', 'Љиљан његов'],
    [
      'Pišite na ana.petrovic@indjija.rs ili vidite https://indjija.rs/sluzba?q=1',
      'Пишите на ana.petrovic@indjija.rs или видите https://indjija.rs/sluzba?q=1',
    ],
    ['Pokrenite `npm start` u {{place}}', 'Покрените `npm start` у {{place}}'],
    ['Google Chrome i Windows', 'Google Chrome и Windows'],
    ['Petar II i faza IV', 'Петар II и фаза IV'],
    ['śutra', 'с\u0301утра'],
  ])('%s is %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic)
  })

  it('keeps the brands that it is told', () => {
    expect(toCyrillic('Kolo je krug', ['Kolo'])).toBe('Kolo је круг')
  })
})

describe('round trip', () => {
  it('is none for names that stay in Latin', () => {
    expect(['смс', 'зоом', 'круг'].map(isBrand)).toEqual([true, true, false])
    expect(toCyrillic(toLatin('СМС'))).toBe('SMS')
  })

  it('Cyrillic to Latin and back is the same for words, titles and capitals', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(toCyrillic(toLatin(text))).toBe(text)
        expect(toCyrillic(toLatin(titled(text)))).toBe(titled(text))
      }),
    )
    fc.assert(
      fc.property(
        // ИВ becomes IV, which stays: a Roman number.
        word.filter((text) => !/^[ив]+$/u.test(text)),
        (text) => {
          const capitals = text.toUpperCase()
          // A single capital digraph is written as in a title: Lj.
          expect(toCyrillic(toLatin(capitals))).toBe(capitals)
        },
      ),
    )
  })

  it('leaves nothing Serbian in Cyrillic', () => {
    fc.assert(fc.property(fc.array(word), (words) => !/\p{Script=Cyrillic}/u.test(toLatin(words.join(' ')))))
  })
})

describe('fold', () => {
  it('finds Inđija in every spelling', () => {
    expect(fold('Inđija')).toBe('indjija')
    expect(fold('Инђија')).toBe('indjija')
    expect(fold('INDJIJA')).toBe('indjija')
    expect(foldVariants('Инђија')).toContain(fold('Indija'))
    expect(foldVariants('Loznica')).toEqual(['loznica'])
  })

  it('finds Georgian names by their romanisation, with and without apostrophes', () => {
    expect(fold('ქარელი')).toBe('kareli')
    expect(fold("t'q'ibuli")).toBe(fold('ტყიბული'))
    expect(fold('Მარნეული')).toBe('marneuli')
    expect(romanizeGeorgian('ჭიათურა, წყალტუბო')).toBe('chʼiatura, tsʼqʼaltʼubo')
  })

  it('strips marks, joins digraphs and white space', () => {
    expect(fold('  Ćuprija,\u00a0Šabac  ')).toBe('cuprija, sabac')
    expect(fold('Ǆep Џеп DŽEP')).toBe('dzep dzep dzep')
    expect(fold('Љиг Ljig ǈig')).toBe('ljig ljig ljig')
  })

  it('folds both scripts of a text alike', () => {
    fc.assert(fc.property(word, (text) => fold(toLatin(text)) === fold(text)))
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
      { numRuns: 1000 },
    )
  })
})
