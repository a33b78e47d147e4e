import { implement } from '@orpc/server';
import { Fault } from '../../shared/contract/faults.ts';
import { hubApi } from '../../shared/contract/hub.ts';
import type { Hub, Person } from '../hub-env.ts';

export interface CallContext {
  hub: Hub;
  person: Person | null;
  /** Whether a sign-in was sent along; if so and nobody is signed in, it has expired. */
  tokenSent: boolean;
}

/** Open to everyone, like `hello`. */
export const open = implement(hubApi).$context<CallContext>();

/** For people with an account; handlers find the person in their context. */
export const signedIn = open.use(({ context, next }) => {
  const { person } = context;
  if (!person) throw context.tokenSent ? new Fault('SIGN_IN_EXPIRED', {}) : new Fault('SIGN_IN_REQUIRED', {});
  return next({ context: { person } });
});
