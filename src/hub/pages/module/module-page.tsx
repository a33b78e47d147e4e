/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import { Heart } from 'lucide';
import { languageName, spokenIn } from '../../../shared/model/translation/language.ts';
import { asksPath, authorPath, languagePath, modulePath } from '../../addresses.ts';
import { useSpeech } from '../../language/speech.ts';
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
  const { words } = useSpeech();
  const action = `${modulePath(module.id)}/thanks`;
  if (!thanked) {
    return (
      <form id="thank" method="post" action={action} data-swap="thank">
        <button type="submit" class="thank">
          <Icon node={Heart} /> {words.thank(author.name)}
        </button>
      </form>
    );
  }
  return (
    <div id="thank" class="form">
      <div class="thanked">
        <span role="status">
          <Icon node={Heart} /> {words.thanked(author.name)}
        </span>
        <form method="post" action={`${action}/withdraw`} data-swap="thank">
          <button type="submit" class="quiet">
            {words.takeBack}
          </button>
        </form>
      </div>
      <form method="post" action={action} class="form" data-swap="thank" data-draft>
        <div class="field">
          <label for="thank-note">{words.whatHelped}</label>
          <textarea id="thank-note" name="note" rows={2} maxlength={500} aria-describedby="thank-hint">
            {thanked.note}
          </textarea>
          <small id="thank-hint">{thanked.note ? words.canRead(author.name) : words.aLine(author.name)}</small>
        </div>
        <div>
          <button type="submit">{thanked.note ? words.saveLine : words.sendLine}</button>
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
  /** Those it can be read in, its own first, and the one it is shown in. */
  languages: readonly string[];
  language: string;
}

/** The languages of a module, each by its own name. */
const ReadIn = ({ moduleId, languages, language }: { moduleId: string } & Pick<ModulePageProps, 'languages' | 'language'>) => {
  const { words } = useSpeech();
  if (languages.length < 2) return null;
  return (
    <form method="post" action={languagePath} class="read-in" aria-label={words.readIn}>
      <input type="hidden" name="back" value={modulePath(moduleId)} />
      <span class="small soft">{words.readIn}</span>
      {languages.map((one) => (
        <button
          type="submit"
          class="quiet"
          name="language"
          value={one}
          {...spokenIn(one)}
          aria-pressed={one === language ? 'true' : 'false'}
        >
          {languageName(one)}
        </button>
      ))}
    </form>
  );
};

export const ModulePage = ({ module, author, own, asked, thanked, languages, language }: ModulePageProps) => {
  const { words, language: speaks } = useSpeech();
  return (
    <div class="reading">
      <div data-module-id={module.id} data-revision={module.revision} data-language={language}>
        {/* Where the page says what became of what it reports. */}
        <div role="status" data-reports data-not-yours={words.notYours} data-not-kept={words.notKept} />
        <ReadIn moduleId={module.id} languages={languages} language={language} />
        {raw(moduleHtml(module.content, author, { authorPage: authorPath(author.id), ask: own ? null : `#${askField}`, language, speaks }))}
        <p class="small faint shown">
          {words.shown} <Ago at={module.publishedAt} />
        </p>
      </div>
      <aside class="beside" aria-label={own ? words.yourModule : words.to(author.name)}>
        <div class="author-card">
          <Byline person={author} size="large-face" />
          <Chips label={words.askMeAbout} words={author.askMeAbout} />
          {own ? (
            <p class="soft">
              {words.ownModule} <a href={asksPath}>{words.yourQuestions}</a>
            </p>
          ) : (
            <>
              <Thank module={module} author={author} thanked={thanked} />
              <hr />
              <AskForm action={`${modulePath(module.id)}/asks`} person={author} asked={asked} />
            </>
          )}
        </div>
      </aside>
    </div>
  );
};
