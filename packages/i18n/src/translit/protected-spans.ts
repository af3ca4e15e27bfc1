/** Names that stay in Latin in a Cyrillic text. */
export const defaultBrands: readonly string[] = [
  'Android',
  'Apple',
  'Chrome',
  'Edge',
  'Excel',
  'Facebook',
  'Firefox',
  'GitHub',
  'Google',
  'iOS',
  'iPhone',
  'Linux',
  'Microsoft',
  'Office',
  'PowerPoint',
  'Safari',
  'Teams',
  'Viber',
  'WhatsApp',
  'Windows',
  'Word',
  'YouTube',
  'Zoom',
  'CSV',
  'DOCX',
  'GIS',
  'HTML',
  'HTTP',
  'HTTPS',
  'ICT',
  'JSON',
  'PDF',
  'SMS',
  'SQL',
  'SSL',
  'TLS',
  'URL',
  'USB',
  'VPN',
  'XLSX',
  'XML',
]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const fixedSpans: readonly string[] = [
  '```[\\s\\S]*?```', // fenced code
  '`[^`\\n]*`', // inline code
  '\\{\\{[^}]*\\}\\}', // placeholders of messages
  '<[^>\\n]+>', // markup
  '(?:https?|ftp|mailto|tel):[^\\s<>"„“”]+', // addresses with a scheme
  'www\\.[^\\s<>"„“”]+',
  '[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+', // mail
  '(?:[\\p{L}\\p{N}-]+\\.)+(?:rs|me|ge|com|org|net|eu|info|io|ba|mk)(?![\\p{L}\\p{N}])(?:/[^\\s<>"„“”]*)?', // bare domains
  '(?<![\\p{L}\\p{N}])[IVX]{2,}(?![\\p{L}\\p{N}])', // Roman numbers
  '[\\p{L}\\p{N}]*[qwxyQWXY][\\p{L}\\p{N}]*', // words with letters that Serbian has not
]

/** A pattern of all spans that transliteration must not touch. */
export const protectedSpans = (brands: readonly string[]): RegExp => {
  const names = brands.map((brand) => `(?<![\\p{L}\\p{N}])${escaped(brand)}(?![\\p{L}\\p{N}])`)
  return new RegExp([...fixedSpans, ...names].join('|'), 'gu')
}
