/** The Georgian national system of romanisation (2002); ʼ marks the ejectives. */
export const georgianLetters: Readonly<Record<string, string>> = {
  ა: 'a',
  ბ: 'b',
  გ: 'g',
  დ: 'd',
  ე: 'e',
  ვ: 'v',
  ზ: 'z',
  თ: 't',
  ი: 'i',
  კ: 'kʼ',
  ლ: 'l',
  მ: 'm',
  ნ: 'n',
  ო: 'o',
  პ: 'pʼ',
  ჟ: 'zh',
  რ: 'r',
  ს: 's',
  ტ: 'tʼ',
  უ: 'u',
  ფ: 'p',
  ქ: 'k',
  ღ: 'gh',
  ყ: 'qʼ',
  შ: 'sh',
  ჩ: 'ch',
  ც: 'ts',
  ძ: 'dz',
  წ: 'tsʼ',
  ჭ: 'chʼ',
  ხ: 'kh',
  ჯ: 'j',
  ჰ: 'h',
}

/** Georgian text in Latin letters, in lower case since Georgian has no capitals. */
export const romanizeGeorgian = (georgian: string): string =>
  georgian.replace(/[\u10a0-\u10ff\u1c90-\u1cbf]/gu, (letter) => {
    const lower = letter.toLowerCase()
    return georgianLetters[lower] ?? lower
  })
