import type { Editor } from '@tiptap/react';
import { CircleCheck } from 'lucide-react';
import { useNavigate } from 'react-router';
import { lacksPictureWords } from '../../../shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { isComplete } from '../../../shared/model/quiz/index.ts';
import { questionsOf } from '../../../shared/model/quiz/questions.ts';
import type { MissingPart } from '../../../shared/model/readiness.ts';
import { Button } from '../../ui/button.tsx';
import css from './desk.module.css';
import { goToBlock } from './document.ts';

const toDo: Record<MissingPart, { says: string; mend: string }> = {
  title: { says: 'The module has no title.', mend: 'Give it one' },
  objective: { says: 'Nobody knows yet what they will be able to do.', mend: 'Say it' },
  body: { says: 'There is nothing to read or to watch.', mend: 'Write' },
  'alternative-text': { says: 'A picture has no words for those who cannot see it.', mend: 'Describe it' },
  quiz: { says: 'A question is not finished.', mend: 'Finish it' },
  'profile-name': { says: 'Your name is not in your profile.', mend: 'Add it' },
};

function firstOf(part: MissingPart, { body }: ModuleContent): string | undefined {
  return body.content.find(
    (block) =>
      (part === 'quiz' && questionsOf(block).some(({ quiz }) => !isComplete(quiz))) ||
      (part === 'alternative-text' && lacksPictureWords(block)),
  )?.attrs.id;
}

interface ToDoProps {
  missing: MissingPart[];
  content: ModuleContent;
  editor: Editor;
}

/** What handing in waits for, each with a way to the place where it is mended. */
export function ToDo({ missing, content, editor }: ToDoProps) {
  const navigate = useNavigate();
  const mend = (part: MissingPart) => {
    if (part === 'profile-name') return navigate('/profile');
    if (part === 'body') return editor.commands.focus('end');
    if (part === 'title' || part === 'objective') return document.getElementById(part)?.focus();
    const id = firstOf(part, content);
    return id ? goToBlock(editor, id) : undefined;
  };
  if (missing.length === 0) {
    return (
      <section className={css.section}>
        <h2>Ready</h2>
        <p className={css.ready}>
          <CircleCheck size={20} aria-hidden="true" />
          Nothing is missing.
        </p>
      </section>
    );
  }
  return (
    <section className={css.section}>
      <h2>Before you hand in</h2>
      <ul className={css.todo}>
        {missing.map((part) => (
          <li key={part}>
            <span>{toDo[part].says}</span>
            <Button variant="plain" onClick={() => void mend(part)}>
              {toDo[part].mend}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
