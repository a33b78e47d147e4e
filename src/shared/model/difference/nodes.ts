/** A node of ProseMirror's JSON as a comparison sees it: whatever its kind, it has attributes and content or text with marks. */
export interface AnyNode {
  type: string;
  attrs?: Record<string, unknown> | undefined;
  content?: AnyNode[] | undefined;
  text?: string | undefined;
  marks?: unknown[] | undefined;
}

/** same: on both sides · in: only on the later one · out: only on the earlier one */
export type Side = 'same' | 'in' | 'out';

/** Both sides of a node in one: what is out stands before what came in. A node that is in or out is so with all that it holds. */
export interface BothNode extends Omit<AnyNode, 'content'> {
  side: Side;
  content?: BothNode[] | undefined;
  /** What it was where the later side is of another kind or has other attributes. */
  was?: Pick<AnyNode, 'type' | 'attrs'>;
}

/** Content and attributes of both kinds of node are looked at without knowing the kind; a block of the model is such a node. */
export const asNode = (block: object): AnyNode => block as AnyNode;

/** Whether what a node holds is written text: a text node, or a break of the line, stands in it. */
export const holdsText = ({ content = [] }: AnyNode): boolean => content.some(({ type }) => type === 'text' || type === 'hardBreak');

/** A node with all that it holds on one side. */
export function onOneSide({ content, ...node }: AnyNode, side: Side): BothNode {
  return { ...node, side, ...(content && { content: content.map((child) => onOneSide(child, side)) }) };
}
