import type { Editor } from '@tiptap/core';
import { type NewCut, stepsWithNewCut, withNewCut } from '../../../../shared/model/blocks/new-cut.ts';
import { Steps } from '../../../../shared/model/blocks/steps.ts';
import { type VideoText, videoTextAttributes } from '../../../../shared/model/video-text.ts';
import { goToBlock } from '../document.ts';
import { ownStep } from './own-step.ts';
import { videosIn } from './videos-in.ts';

/**
 * Shows a new cut in the place of a video, which keeps its name, so that comments stay with it. The steps that lead to its
 * moments go along, all in one step of the history.
 */
export function showNewCut(editor: Editor, id: string, cut: NewCut, text: VideoText): void {
  const video = videosIn(editor).find(({ attrs }) => attrs.id === id);
  if (!video) return;
  ownStep(editor, () => {
    const { doc, tr } = editor.state;
    doc.forEach((node, at) => {
      if (node.attrs.id === id) tr.setNodeMarkup(at, null, { ...withNewCut(video.attrs, cut), ...videoTextAttributes(text) });
      const steps = node.type.name === 'steps' ? Steps.safeParse({ type: 'steps', attrs: node.attrs }).data : undefined;
      if (steps) tr.setNodeMarkup(at, null, { ...node.attrs, steps: stepsWithNewCut(steps.attrs.steps, id, cut) });
    });
    editor.view.dispatch(tr);
  });
  // The button that was pressed is gone with what it said.
  goToBlock(editor, id);
}
