import type { Node } from '@tiptap/core';
import { accordionNodes } from '../../../../shared/schema/accordion.ts';
import css from './blocks.module.css';

const looks: Record<string, string | undefined> = { accordionSection: css.section, accordionTitle: css.sectionTitle };

function plain(className: string) {
  const dom = document.createElement('div');
  dom.className = className;
  return { dom, contentDOM: dom };
}

/** Sections and their titles as plain elements: within `details` and `summary` a space would open and close instead of being typed. */
export const openSections: Node[] = accordionNodes.flatMap((node) => {
  const look = looks[node.name];
  return look ? [node.extend({ addNodeView: () => () => plain(look) })] : [];
});
