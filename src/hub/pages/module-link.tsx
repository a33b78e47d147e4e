/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { spokenIn } from '../../shared/model/translation/language.ts';
import { modulePath } from '../addresses.ts';
import { headFor } from '../language/head.ts';
import { useSpeech } from '../language/speech.ts';
import type { ShownModule } from '../library/published.ts';

/** What a module is called, in the reader's language where it is written in it. */
export const ModuleTitle = ({ module: { head } }: { module: ShownModule }) => {
  const { title } = headFor(head, useSpeech().language);
  return <span {...spokenIn(title.language)}>{title.words}</span>;
};

/** The same as the way to its page; by name alone where colleagues do not see it any more. */
export const ModuleLink = ({ module, children }: { module: ShownModule; children?: Child }) =>
  module.isShown ? (
    <a href={modulePath(module.id)} class={children ? 'answer-module' : undefined}>
      {children}
      <ModuleTitle module={module} />
    </a>
  ) : (
    <ModuleTitle module={module} />
  );
