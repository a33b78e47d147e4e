import type { EventEmitter } from 'node:events';
import { notes } from './notes.ts';
import { session } from './session.ts';
import { windows } from './window.ts';

export type Order =
  | { do: 'notes' }
  | { do: 'evaluate'; expression: string }
  | { do: 'press'; role: 'button' | 'radio' | 'checkbox' | 'link'; name: string }
  | { do: 'text' }
  | { do: 'permission'; permission: string; origin: string }
  | { do: 'emit'; event: string };

const page = () => {
  const [window] = windows;
  if (!window?.page) throw new Error('There is no window.');
  return window.page;
};

async function obey(app: EventEmitter, order: Order): Promise<unknown> {
  switch (order.do) {
    case 'notes':
      return notes;
    case 'evaluate':
      return page().evaluate(order.expression);
    case 'press':
      return page().getByRole(order.role, { name: order.name }).click({ timeout: 10_000 });
    case 'text':
      return page().locator('body').innerText();
    case 'permission':
      return permission(order.permission, order.origin);
    case 'emit':
      return app.emit(order.event);
  }
}

/** Both questions Chromium asks about a permission: silently, and on a page's request. */
async function permission(name: string, origin: string): Promise<{ checked: boolean; requested: boolean }> {
  const { check, request } = session.defaultSession;
  const requested = await new Promise<boolean>((done) =>
    request ? request(null, name, done, { requestingUrl: origin, mediaTypes: ['video'] }) : done(true),
  );
  return { checked: check ? check(null, name, origin) : true, requested };
}

/** Lets the test drive the double over the channel between the two processes. */
export function takeOrders(app: EventEmitter): void {
  process.on('message', async ({ id, order }: { id: number; order: Order }) => {
    const answer = await obey(app, order).then(
      (value) => ({ id, value: value ?? null }),
      (error: unknown) => ({ id, error: String(error) }),
    );
    process.send?.(answer);
  });
}
