/**
 * Stems in which *nj* and *dž* are two letters each, with their Cyrillic spelling.
 * Sources: Pravopis srpskoga jezika (Matica srpska), the list of the Serbian Wikipedia's converter.
 * A hyphen in front means: anywhere in a word; without it: only at the head of a word,
 * because *odž*, *podž* … are single letters elsewhere (hodža, Odžaci).
 */
export const separateLetterStems: readonly string[] = [
  '-in|jekc', '-in|jekt', '-in|junkt', '-kon|junk', '-kon|jug', '-kon|jekt', '-tan|jug',
  'an|jon', '-van|jezi', 'van|jadran', '-pan|jelin', '-in|jurij',
  'nad|živ', 'nad|žanj', 'nad|žnj', 'nad|žet', 'nad|žup', 'nad|žvak', 'nad|žel', 'nad|ždr',
  'od|živ', 'od|žal', 'od|žub', 'od|žvak', 'od|žvać', 'od|žig', 'od|žel', 'od|žur', 'od|žmir', 'od|žeđ',
  'pod|žanr', 'pod|žig', 'pod|žeg', 'pod|žup', 'pod|žnj', 'pod|živ', 'pod|žut',
  'pred|žel', 'pred|živ', 'pred|žet', 'pred|žrtv',
];
