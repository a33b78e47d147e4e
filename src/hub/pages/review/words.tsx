/** @jsxImportSource hono/jsx */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words as someone wrote them; the people spoken to stand out. */
export const Words = ({ text, mentions }: { text: string; mentions: readonly string[] }) => {
  if (mentions.length === 0) return text;
  const longestFirst = mentions.toSorted((one, other) => other.length - one.length);
  const parts = text.split(new RegExp(`(@(?:${longestFirst.map(escaped).join('|')}))`, 'giu'));
  return <>{parts.map((part, index) => (index % 2 === 1 ? <b class="mention">{part}</b> : part))}</>;
};
