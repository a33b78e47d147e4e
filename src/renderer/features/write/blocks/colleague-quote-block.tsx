import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { Camera, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { FaultNotice } from '../../../ui/notice.tsx';
import { uploadPicture } from '../upload-picture.ts';
import css from './blocks.module.css';
import { Controls } from './controls.tsx';

/** A colleague's words, written in place, and beneath them who says it. */
export function ColleagueQuoteBlock({ node, editor, getPos, updateAttributes, selected }: NodeViewProps) {
  const { name, role, photo } = node.attrs;
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    setBusy(true);
    setError(null);
    try {
      updateAttributes({ photo: (await uploadPicture(chosen)).hash });
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };

  return (
    <NodeViewWrapper as="figure" className={`sh-voice ${selected ? css.chosen : ''}`} aria-label="Quote of a colleague">
      <NodeViewContent<'blockquote'> as="blockquote" />
      <Controls editor={editor} getPos={getPos} className={css.speaker}>
        <Avatar name={name} photo={photo && `/media/${photo}`} size={48} />
        <input
          className={css.answer}
          aria-label="Name of the colleague"
          placeholder="Name"
          maxLength={120}
          value={name}
          onChange={(event) => updateAttributes({ name: event.target.value })}
        />
        <input
          className={css.answer}
          aria-label="What the colleague does"
          placeholder="What she or he does"
          maxLength={120}
          value={role}
          onChange={(event) => updateAttributes({ role: event.target.value })}
        />
        {photo ? (
          <Button variant="plain" icon={X} onClick={() => updateAttributes({ photo: null })}>
            Take the photo out
          </Button>
        ) : (
          <Button variant="plain" icon={Camera} busy={busy} onClick={() => file.current?.click()}>
            Add a photo
          </Button>
        )}
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          aria-label="Photo of the colleague"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <FaultNotice error={error} />
      </Controls>
    </NodeViewWrapper>
  );
}
