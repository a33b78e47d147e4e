import type { Editor } from '@tiptap/core';
import { Video, type VideoBlock } from '../../../../shared/model/blocks/video.ts';

/** The videos of the module that is being written, in their order. */
export function videosIn(editor: Editor): VideoBlock[] {
  const videos: VideoBlock[] = [];
  editor.state.doc.forEach((node) => {
    const read = node.type.name === 'video' ? Video.safeParse({ type: 'video', attrs: node.attrs }).data : undefined;
    if (read) videos.push(read);
  });
  return videos;
}
