import { element, type HtmlElement, type HtmlNode, styleOf, wordsOf } from './tree.ts';

/** Word writes lists as paragraphs that say to which level they belong, with the marker as text. */
interface Point {
  level: number;
  ordered: boolean;
  start: number;
  content: readonly HtmlNode[];
}

const levelIn = (list: string): number => Math.min(9, Math.max(1, Number(/level(\d+)/.exec(list)?.[1] ?? 1)));
const isMarker = (node: HtmlNode): boolean => typeof node === 'object' && styleOf(node, 'mso-list') === 'ignore';

/** The marker may lie deeper, within spans for its font. */
function takeMarker(nodes: readonly HtmlNode[]): { marker: string; rest: HtmlNode[] } {
  let marker = '';
  const rest = nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    if (isMarker(node)) {
      marker += wordsOf(node);
      return [];
    }
    const inner = takeMarker(node.children);
    marker += inner.marker;
    return [{ ...node, children: inner.rest }];
  });
  return { marker, rest };
}

function pointIn(node: HtmlNode): Point | null {
  if (typeof node === 'string' || !/^(p|h[1-6]|div)$/.test(node.tag)) return null;
  const list = styleOf(node, 'mso-list');
  if (!list || list === 'none' || list === 'skip') return null;
  const { marker, rest } = takeMarker(node.children);
  const number = /^\s*\(?([0-9]+|[a-z]{1,4})[.)]/i.exec(marker.replaceAll('\u00a0', ' '));
  return { level: levelIn(list), ordered: number !== null, start: Number(number?.[1] ?? 1) || 1, content: rest };
}

const listOf = (first: Point, items: HtmlElement[]): HtmlElement =>
  element(first.ordered ? 'ol' : 'ul', items, first.ordered && first.start > 1 ? { start: String(first.start) } : {});

/** Points that follow each other, as lists within lists. A point of another kind on the same level begins another list. */
function nested(points: readonly Point[]): HtmlElement[] {
  const lists: HtmlElement[] = [];
  let at = 0;
  while (at < points.length) {
    const first = points[at];
    if (!first) break;
    const items: HtmlElement[] = [];
    for (let point = points[at]; point && point.level <= first.level && point.ordered === first.ordered; point = points[at]) {
      if (point.level < first.level && items.length > 0) break;
      at += 1;
      const inner: Point[] = [];
      for (let next = points[at]; next && next.level > first.level; next = points[at]) {
        inner.push(next);
        at += 1;
      }
      items.push(element('li', [element('p', point.content), ...nested(inner)]));
    }
    lists.push(listOf(first, items));
  }
  return lists;
}

/** The same children with Word's lists as lists. Blanks between the paragraphs of a list do not end it. */
export function withLists(children: readonly HtmlNode[]): HtmlNode[] {
  const result: HtmlNode[] = [];
  let points: Point[] = [];
  const flush = () => {
    result.push(...nested(points));
    points = [];
  };
  for (const node of children) {
    const point = pointIn(node);
    if (point) points.push(point);
    else if (points.length === 0 || typeof node !== 'string' || node.trim() !== '') {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}
