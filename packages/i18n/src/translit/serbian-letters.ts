/** Serbian Cyrillic letters (lower case) and their Latin ones; digraphs are written as two letters. */
export const serbianLetters: readonly (readonly [cyrillic: string, latin: string])[] = [
  ['а', 'a'], ['б', 'b'], ['в', 'v'], ['г', 'g'], ['д', 'd'], ['ђ', 'đ'],
  ['е', 'e'], ['ж', 'ž'], ['з', 'z'], ['и', 'i'], ['ј', 'j'], ['к', 'k'],
  ['л', 'l'], ['љ', 'lj'], ['м', 'm'], ['н', 'n'], ['њ', 'nj'], ['о', 'o'],
  ['п', 'p'], ['р', 'r'], ['с', 's'], ['т', 't'], ['ћ', 'ć'], ['у', 'u'],
  ['ф', 'f'], ['х', 'h'], ['ц', 'c'], ['ч', 'č'], ['џ', 'dž'], ['ш', 'š'],
  // Montenegrin, written with a combining acute in Cyrillic.
  ['с\u0301', 'ś'], ['з\u0301', 'ź'],
];
