import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, memo } from 'react';
import { Link } from 'react-router';
import { byline } from '../../../player/render/author.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { MarkupView } from '../../ui/markup-view.tsx';
import css from './desk.module.css';
import { type Line, setLine } from './document.ts';
import { useSession } from './use-session.ts';
import { useBeside } from './use-written.ts';

const media = (hash: string): string => `/media/${hash}`;

interface LineProps {
  editor: Editor;
  line: Line;
  value: string;
  label: string;
  maxLength: number;
  className: string | undefined;
  onEnter(): void;
}

function LineField({ editor, line, value, label, maxLength, className, onEnter }: LineProps) {
  const session = useSession(line);
  const type = (text: string) => setLine(editor, line, text.replaceAll('\n', ' '), session());
  const press = (event: KeyboardEvent) => {
    const pressed = event.key.toLowerCase();
    const undoing = (event.ctrlKey || event.metaKey) && (pressed === 'z' || pressed === 'y');
    if (!undoing && event.key !== 'Enter') return;
    event.preventDefault();
    if (!undoing) onEnter();
    else if (pressed === 'y' || event.shiftKey) editor.commands.redo();
    else editor.commands.undo();
  };
  return (
    <textarea
      id={line}
      className={className}
      rows={1}
      value={value}
      maxLength={maxLength}
      aria-label={label}
      placeholder={label}
      onChange={(event) => type(event.target.value)}
      onKeyDown={press}
    />
  );
}

/** Where colleagues will read who speaks: the way to say so. */
function Nameless({ photo }: { photo: string | null }) {
  return (
    <p className={css.nameless}>
      <Avatar name="" photo={photo && media(photo)} size={48} />
      <span>
        <Link to="/profile">Add your name and your face</Link>
        <small>Colleagues see here who shows them how.</small>
      </span>
    </p>
  );
}

/** Who speaks, the title and the objective, in the places and the look in which a learner will read them. */
export const Head = memo(function Head({ editor, minutes, author }: { editor: Editor; minutes: number; author: Profile }) {
  const { title, objective } = useBeside(editor);
  return (
    <header>
      {author.name.trim() === '' ? <Nameless photo={author.photo} /> : <MarkupView markup={byline({ author, media }, minutes)} />}
      <LineField
        editor={editor}
        line="title"
        value={title}
        label="Title"
        maxLength={120}
        className={css.titleLine}
        onEnter={() => document.getElementById('objective')?.focus()}
      />
      <LineField
        editor={editor}
        line="objective"
        value={objective}
        label="What will a colleague be able to do afterwards?"
        maxLength={300}
        className={css.objectiveLine}
        onEnter={() => editor.commands.focus('start')}
      />
    </header>
  );
});
