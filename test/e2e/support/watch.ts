import type { BrowserContext, ConsoleMessage } from '@playwright/test';
import { expect } from '@playwright/test';

/** The first answer to a studio's address is 401 with the page that exchanges the token; the browser notes it in the console. */
const signIn = /the server responded with a status of 401/;

const isSignIn = (message: ConsoleMessage): boolean => {
  if (!signIn.test(message.text())) return false;
  const { pathname, hash } = new URL(message.location().url);
  return pathname === '/' || hash.startsWith('#token=');
};

/**
 * Errors in the console and errors nobody caught, in every page of a context.
 * @returns a function that fails the test where there were any that it did not expect
 */
export function watchForErrors(context: BrowserContext, allowed: RegExp[]): () => void {
  const errors: string[] = [];
  const note = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) errors.push(text);
  };
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isSignIn(message)) note(`console: ${message.text()} (${message.location().url})`);
  });
  return () => expect(errors, 'errors in the pages of this test').toEqual([]);
}
