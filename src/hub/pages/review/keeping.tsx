/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { keepingMarkup } from '../../../player/render/keeping.ts';
import { toHtml } from '../../../player/render/markup.ts';
import type { Draft } from '../../reviews/draft.ts';

/** Who keeps the lesson true, until when, and what it leans on: as learners read it beneath the blocks, and a part of what is approved. */
export const Keeping = ({ draft: { content } }: { draft: Draft }) => {
  const markup = keepingMarkup(content, {});
  return markup && <div class="showhow-module">{raw(toHtml(markup))}</div>;
};
