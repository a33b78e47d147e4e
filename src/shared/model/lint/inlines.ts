import type { Path } from './finding.ts';

interface JsonNode {
  type?: unknown;
  text?: unknown;
  marks?: unknown;
  content?: unknown;
  attrs?: unknown;
}
const isNode = (value: unknown): value is JsonNode => typeof value === 'object' && value !== null;

/** A stretch of text in a block with the place of each text node that it is made of. */
export interface LinkRun {
  href: string;
  text: string;
  /** Of the first text node. */
  path: Path;
  /** Whether the text is one node, so that it can be replaced as one. */
  whole: boolean;
}

function hrefOf({ marks }: JsonNode): string | null {
  if (!Array.isArray(marks)) return null;
  const link: unknown = marks.find((mark: unknown) => isNode(mark) && mark.type === 'link');
  if (!isNode(link) || !isNode(link.attrs)) return null;
  const { href } = link.attrs as { href?: unknown };
  return typeof href === 'string' ? href : null;
}

function linksAmong(nodes: readonly unknown[], at: Path): LinkRun[] {
  const runs: LinkRun[] = [];
  let open: LinkRun | null = null;
  nodes.forEach((node, index) => {
    const path = [...at, index];
    const href = isNode(node) ? hrefOf(node) : null;
    const text = isNode(node) && typeof node.text === 'string' ? node.text : '';
    if (href !== null && open?.href === href) {
      open.text += text;
      open.whole = false;
    } else {
      open = href === null ? null : { href, text, path, whole: true };
      if (open) runs.push(open);
    }
  });
  return runs;
}

/** All links in a block, wherever in it text stands: its content, and what its attributes hold. */
export function linksIn(value: unknown, at: Path = []): LinkRun[] {
  if (Array.isArray(value)) {
    const here = value.some((node) => isNode(node) && node.type === 'text') ? linksAmong(value, at) : [];
    return [...here, ...value.flatMap((part, index) => linksIn(part, [...at, index]))];
  }
  if (!isNode(value) || value.type === 'text') return [];
  return Object.entries(value).flatMap(([key, part]) => (typeof part === 'object' ? linksIn(part, [...at, key]) : []));
}

export interface Described {
  alt: string;
  decorative: boolean;
  path: Path;
}

/** All pictures in a block that can have an alternative text, also those inside steps, cards and the like. */
export function describedIn(value: unknown, at: Path = []): Described[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => describedIn(part, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  const { alt, decorative } = value as { alt?: unknown; decorative?: unknown };
  const own = typeof alt === 'string' ? [{ alt, decorative: decorative === true, path: [...at, 'alt'] }] : [];
  const inner = Object.entries(value).flatMap(([key, part]) => (typeof part === 'object' ? describedIn(part, [...at, key]) : []));
  return [...own, ...inner];
}
