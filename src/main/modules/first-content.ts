import { v4 } from 'uuid';
import type { Edit } from '../../shared/contract/edits.ts';
import type { Block } from '../../shared/model/blocks/index.ts';
import type { VideoBlock } from '../../shared/model/blocks/video.ts';
import { withVideo } from '../../shared/model/guidance.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import type { TemplateContent } from '../../shared/model/templates/template.ts';
import { videoSizeAttributes } from '../../shared/model/video-sizes.ts';
import { type VideoText, videoTextAttributes } from '../../shared/model/video-text.ts';

const titleOf = (edit: Edit | null): string => edit?.title.trim().slice(0, 120) ?? '';

/** The block that shows what was finished from an edit. */
export function videoOf(edit: Edit, { video, poster, duration, width, height, smaller }: Rendition, text: VideoText): VideoBlock {
  const file = { media: video, poster, duration, width, height, ...videoSizeAttributes(smaller) };
  const attrs = { id: v4(), title: titleOf(edit), ...file, ...videoTextAttributes(text) };
  return { type: 'video', attrs };
}

/** A module of these blocks, called as its edit is. */
export const contentAround = (edit: Edit | null, text: VideoText, blocks: Block[]): ModuleContent => ({
  title: titleOf(edit),
  objective: '',
  language: text.captions?.language ?? 'en',
  body: { type: 'doc', content: blocks },
});

/** What a new module holds: what its template asks for, else a place to write; and the video it is made around. */
export function firstContent(edit: Edit | null, text: VideoText, template: TemplateContent | null): ModuleContent {
  const video = edit?.rendition ? videoOf(edit, edit.rendition, text) : null;
  const blocks = template?.body.content ?? [{ type: 'paragraph' as const, attrs: { id: v4() } }];
  const around = contentAround(edit, text, video ? withVideo(blocks, video) : [...blocks]);
  if (!template) return around;
  const { body: _, ...frame } = template;
  return { ...around, ...frame, title: template.title || around.title, language: text.captions?.language ?? template.language };
}
