import type { Visitor } from './support.ts';

/** Whose page it is, as each page says to its script. */
export async function readerOf(visitor: Visitor): Promise<string> {
  const text = await (await visitor.get('/asks')).text();
  const [, reader] = /<body[^>]* data-reader="([^"]+)"/.exec(text) ?? [];
  if (!reader) throw new Error('The page does not say who reads it');
  return reader;
}

/** What a page that `reader` opened reports, sent under the sign-in of `visitor`. */
export const report = async (visitor: Visitor, records: unknown, reader?: string): Promise<Response> =>
  visitor.request('/xapi/statements', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ reader: reader ?? (await readerOf(visitor)), records }),
  });
