import type { Core } from '../../../src/main/core.ts';

/** Calls a procedure of the studio's API as a page does; throws the fault where it refuses. */
export async function call<T>({ fetch }: Core, path: string, input: unknown = {}): Promise<T> {
  const response = await fetch(
    new Request(`http://studio/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: input }),
    }),
  );
  const { json } = (await response.json()) as { json: T };
  if (!response.ok) throw json;
  return json;
}
