import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { Camera, X } from 'lucide-react';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { uploadPicture } from '../upload-picture.ts';
import css from './blocks.module.css';
import { Controls } from './controls.tsx';
import { ownStep } from './own-step.ts';

/** A colleague's words, written in place, and beneath them who says it. */
export function ColleagueQuoteBlock({ node, editor, getPos, updateAttributes, selected }: NodeViewProps) {
  const { name, role, photo } = node.attrs;
  return (
    <NodeViewWrapper as="figure" className={`sh-voice ${selected ? css.chosen : ''}`} aria-label="Quote of a colleague">
      <NodeViewContent<'blockquote'> as="blockquote" />
      <Controls editor={editor} getPos={getPos} className={css.speaker}>
        <Avatar name={name} photo={photo && `/media/${photo}`} size={48} />
        <input
          aria-label="Name of the colleague"
          placeholder="Name"
          maxLength={120}
          value={name}
          onChange={(event) => updateAttributes({ name: event.target.value })}
        />
        <input
          aria-label="What the colleague does"
          placeholder="What she or he does"
          maxLength={120}
          value={role}
          onChange={(event) => updateAttributes({ role: event.target.value })}
        />
        {photo ? (
          <Button variant="plain" icon={X} onClick={() => ownStep(editor, () => updateAttributes({ photo: null }))}>
            Take the photo out
          </Button>
        ) : (
          <FileButton
            variant="plain"
            icon={Camera}
            field="Photo of the colleague"
            take={uploadPicture}
            onTaken={({ hash }) => updateAttributes({ photo: hash })}
          >
            Add a photo
          </FileButton>
        )}
      </Controls>
    </NodeViewWrapper>
  );
}
