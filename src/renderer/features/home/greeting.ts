const parts: [until: number, words: string][] = [
  [5, 'Good evening'],
  [12, 'Good morning'],
  [18, 'Good afternoon'],
  [24, 'Good evening'],
];

/** One sentence for the hour (0 to 23), with the first name where there is one. */
export function greeting(hour: number, name: string): string {
  const [, words] = parts.find(([until]) => hour < until) ?? ['', 'Hello'];
  const first = name.trim().split(/\s+/u)[0];
  return `${words}${first ? `, ${first}` : ''}. What will you show today?`;
}
