/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Hub, HubEnv, Person } from '../hub-env.ts';

interface LayoutProps {
  hub: Hub;
  person: Person | null;
  title: string;
  children: Child;
}

const Layout = ({ hub, person, title, children }: LayoutProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${hub.name}`}</title>
      <link rel="stylesheet" href="/assets/hub.css" />
      <script type="module" src="/assets/hub.js" />
    </head>
    <body>
      <header>
        <a href="/">{hub.name}</a>
        {person && (
          <form method="post" action="/sign-out">
            <span>{person.name}</span> <button type="submit">Sign out</button>
          </form>
        )}
      </header>
      <main>{children}</main>
    </body>
  </html>
);

/** A whole page as an answer. */
export const page = (c: Context<HubEnv>, title: string, children: Child, status: ContentfulStatusCode = 200) =>
  c.html(
    html`<!doctype html>${(
      <Layout hub={c.var.hub} person={c.var.person} title={title}>
        {children}
      </Layout>
    )}`,
    status,
  );
