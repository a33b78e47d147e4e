/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import { Heart } from 'lucide';
import { asksPath, authorPath, modulePath } from '../../addresses.ts';
import type { PublishedModule } from '../../library/published.ts';
import type { Colleague } from '../../people/colleagues.ts';
import type { AskedQuestion } from '../../relations/asks.ts';
import { AskForm, askField } from '../ask-form.tsx';
import { Byline, Chips } from '../face.tsx';
import { Icon } from '../icon.tsx';
import { moduleHtml } from '../module-html.ts';
import { Ago } from '../time.tsx';

interface Thanked {
  note: string;
  createdAt: string;
}

const Thank = ({ module, author, thanked }: { module: PublishedModule; author: Colleague; thanked: Thanked | null }) => {
  const action = `${modulePath(module.id)}/thanks`;
  if (!thanked) {
    return (
      <form id="thank" method="post" action={action} data-swap="thank">
        <button type="submit" class="thank">
          <Icon node={Heart} /> Thank {author.name}
        </button>
      </form>
    );
  }
  return (
    <div id="thank" class="form">
      <div class="thanked">
        <span role="status">
          <Icon node={Heart} /> You thanked {author.name}
        </span>
        <form method="post" action={`${action}/withdraw`} data-swap="thank">
          <button type="submit" class="quiet">
            Take it back
          </button>
        </form>
      </div>
      <form method="post" action={action} class="form" data-swap="thank">
        <div class="field">
          <label for="thank-note">What did it help you with?</label>
          <textarea id="thank-note" name="note" rows={2} maxlength={500} aria-describedby="thank-hint">
            {thanked.note}
          </textarea>
          <small id="thank-hint">{thanked.note ? `${author.name} can read this.` : `A line for ${author.name}, if you like.`}</small>
        </div>
        <div>
          <button type="submit">{thanked.note ? 'Save the line' : 'Send the line'}</button>
        </div>
      </form>
    </div>
  );
};

export interface ModulePageProps {
  module: PublishedModule;
  author: Colleague;
  /** The reader made this module. */
  own: boolean;
  asked: AskedQuestion[];
  thanked: Thanked | null;
}

export const ModulePage = ({ module, author, own, asked, thanked }: ModulePageProps) => (
  <div class="reading">
    <div data-module-id={module.id} data-revision={module.revision}>
      {raw(moduleHtml(module.content, author, authorPath(author.id), own ? null : `#${askField}`))}
      <p class="small faint shown">
        Shown <Ago at={module.publishedAt} />
      </p>
    </div>
    <aside class="beside" aria-label={own ? 'Your module' : `To ${author.name}`}>
      <div class="author-card">
        <Byline person={author} size="large-face" />
        <Chips label="Ask me about" words={author.askMeAbout} />
        {own ? (
          <p class="soft">
            This is your module. What colleagues ask stands under <a href={asksPath}>Your questions</a> and in your studio.
          </p>
        ) : (
          <>
            <Thank module={module} author={author} thanked={thanked} />
            <hr />
            <AskForm action={`${modulePath(module.id)}/asks`} name={author.name} asked={asked} />
          </>
        )}
      </div>
    </aside>
  </div>
);
