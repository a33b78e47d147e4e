/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Hub, HubEnv, Person } from '../hub-env.ts';
import { inEnglish, type Speech, SpeechContext, speechIn } from '../language/speech.ts';
import { wantedLanguages } from '../language/wanted.ts';
import { hereOf } from './came-from.ts';
import { Me, Navigation } from './navigation.tsx';

interface LayoutProps {
  hub: Hub;
  person: Person | null;
  title: string;
  path: string;
  /** The page, to come back to once another language was chosen. */
  here: string;
  player: boolean;
  speech: Speech;
  children: Child;
}

const Layout = ({ hub, person, title, path, here, player, speech, children }: LayoutProps) => (
  <SpeechContext.Provider value={speech}>
    <html lang={speech.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${hub.name}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {player && <link rel="stylesheet" href="/assets/player.css" />}
        <link rel="stylesheet" href="/assets/hub.css" />
        {player && <script type="module" src="/assets/player.js" />}
        <script type="module" src="/assets/hub.js" />
      </head>
      {/* Whose page it is, and what its script has to say where a form does not arrive. */}
      <body
        data-reader={person?.id}
        data-failed={speech.words.failed}
        data-unanswered={speech.words.unanswered}
        data-changed={speech.words.changed}
      >
        <a class="skip" href="#main">
          {speech.words.skip}
        </a>
        <header class="top">
          <div class="top-row">
            <a class="hub-name" href="/">
              {hub.name}
            </a>
            {person && <Navigation hub={hub} person={person} path={path} />}
            {person && <Me person={person} here={here} />}
          </div>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  </SpeechContext.Provider>
);

interface PageOptions {
  /** The page shows a module, and loads what moves in it. */
  player?: boolean;
  /** It is for learners, and in the language they read. All others are in English. */
  learner?: boolean;
}

/** How the hub speaks to whoever asks for a page. */
export const speechFor = (c: Context<HubEnv>): Speech => speechIn(wantedLanguages(c));

/** A whole page as an answer. */
export const page = (
  c: Context<HubEnv>,
  title: string,
  children: Child,
  status: ContentfulStatusCode = 200,
  { player = false, learner = false }: PageOptions = {},
) =>
  c.html(
    html`<!doctype html>${(
      <Layout
        hub={c.var.hub}
        person={c.var.person}
        title={title}
        path={c.req.path}
        here={hereOf(c)}
        player={player}
        speech={learner ? speechFor(c) : inEnglish}
      >
        {children}
      </Layout>
    )}`,
    status,
  );
