const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: [number, string][] = [
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
];
const largest = 1_000_000_000;

/** A whole number as it is said in English. */
export function spelled(value: number): string[] {
  if (value < small.length) return [small[value] ?? ''];
  if (value < 100) return [tens[Math.floor(value / 10) - 2] ?? '', ...(value % 10 > 0 ? spelled(value % 10) : [])];
  const [scale, name] = scales.find(([size]) => value >= size) ?? [100, 'hundred'];
  const rest = value % scale;
  return [...spelled(Math.floor(value / scale)), name, ...(rest > 0 ? spelled(rest) : [])];
}

/** The words of `1,250`, `3.5` or `9:30`; nothing where it is no such number. */
export function numberWords(text: string): string[] {
  const plain = text.replaceAll(/(?<=\d),(?=\d{3})/g, '');
  if (!/^\d+(?:[.:]\d+)?$/.test(plain)) return [];
  const [whole = '', rest] = plain.split(/[.:]/);
  if (Number(whole) >= largest || Number(rest ?? 0) >= largest) return [];
  if (rest === undefined) return spelled(Number(whole));
  if (plain.includes(':')) return [...spelled(Number(whole)), ...(Number(rest) > 0 ? spelled(Number(rest)) : [])];
  return [...spelled(Number(whole)), 'point', ...[...rest].flatMap((digit) => spelled(Number(digit)))];
}
