import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Video, type VideoBlock } from '../../../../shared/model/blocks/video.ts';

/** A node never changes: what was read of one holds for good. */
const known = new WeakMap<Node, VideoBlock | null>();

function readVideo(node: Node): VideoBlock | null {
  const read = known.get(node) ?? Video.safeParse({ type: 'video', attrs: node.attrs }).data ?? null;
  known.set(node, read);
  return read;
}

/** The videos of the module that is being written, in their order. */
export function videosIn(editor: Editor): VideoBlock[] {
  const videos: VideoBlock[] = [];
  editor.state.doc.forEach((node) => {
    const read = node.type.name === 'video' ? readVideo(node) : null;
    if (read) videos.push(read);
  });
  return videos;
}
