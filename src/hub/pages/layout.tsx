/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Hub, HubEnv, Person } from '../hub-env.ts';
import { Me, Navigation } from './navigation.tsx';

interface LayoutProps {
  hub: Hub;
  person: Person | null;
  title: string;
  path: string;
  player: boolean;
  children: Child;
}

const Layout = ({ hub, person, title, path, player, children }: LayoutProps) => (
  <html lang="en">
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
    <body>
      <a class="skip" href="#main">
        Go to the content
      </a>
      <header class="top">
        <div class="top-row">
          <a class="hub-name" href="/">
            {hub.name}
          </a>
          {person && <Navigation person={person} path={path} />}
          {person && <Me person={person} />}
        </div>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
    </body>
  </html>
);

interface PageOptions {
  /** The page shows a module, and loads what moves in it. */
  player?: boolean;
}

/** A whole page as an answer. */
export const page = (
  c: Context<HubEnv>,
  title: string,
  children: Child,
  status: ContentfulStatusCode = 200,
  { player = false }: PageOptions = {},
) =>
  c.html(
    html`<!doctype html>${(
      <Layout hub={c.var.hub} person={c.var.person} title={title} path={c.req.path} player={player}>
        {children}
      </Layout>
    )}`,
    status,
  );
