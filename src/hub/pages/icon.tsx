/** @jsxImportSource hono/jsx */
import type { IconNode } from 'lucide';

/** A picture beside a word, never instead of one: it is not read out. */
export const Icon = ({ node }: { node: IconNode }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    {node.map(([Tag, attributes]) => (
      <Tag {...attributes} />
    ))}
  </svg>
);
