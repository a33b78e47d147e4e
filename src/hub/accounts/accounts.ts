import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer } from 'better-auth/plugins/bearer';
import { deviceAuthorization } from 'better-auth/plugins/device-authorization';
import { Fault } from '../../shared/contract/faults.ts';
import type { Hub } from '../hub-env.ts';
import { linkToken } from '../security/codes.ts';
import { ownOrigins } from '../security/origin.ts';
import { longestPassword, shortestPassword } from './passwords.ts';

/** The one name under which studios ask for a device authorization. */
export const studioClient = 'showhow-studio';

const day = 24 * 60 * 60;

export interface SignedIn {
  personId: string;
  /** Cookies to hand on, where the sign-in was prolonged. */
  cookies: string[];
}

/** Sign-ins, kept by better-auth: passwords (scrypt), sessions, and codes for studios. */
export interface Accounts {
  /** `POST /auth/device/code` and `/auth/device/token`, for studios. */
  handle(request: Request): Promise<Response>;
  session(headers: Headers): Promise<SignedIn | null>;
  /** The cookies of a new session; refuses with SIGN_IN_WRONG or ACCOUNT_OFF. */
  signIn(headers: Headers, credentials: { email: string; password: string }): Promise<string[]>;
  /** Ends the session; the cookies that clear it. */
  signOut(headers: Headers): Promise<string[]>;
  /** A new account and its id; refuses with EMAIL_TAKEN. */
  create(person: { name: string; email: string; password: string }): Promise<string>;
  endSessions(personId: string): Promise<void>;
  /** The token of a link that sets a new password, once and within a day. Those that were made for her before are void. */
  passwordToken(personId: string): Promise<string>;
  /** Whose password a token sets; refuses with PASSWORD_LINK_OVER. */
  personOfToken(token: string): Promise<string>;
  /** Sets the password and ends every sign-in there was, studios' too; refuses with PASSWORD_LINK_OVER. */
  setPassword(token: string, password: string): Promise<void>;
  /** Answers a studio's code for the person of the session; refuses with DEVICE_CODE_WRONG. */
  answerDevice(headers: Headers, code: string, answer: 'approve' | 'deny'): Promise<void>;
}

/** The name under which better-auth looks for a reset of a password. */
const resetIdentifier = (token: string): string => `reset-password:${token}`;

const isApiError = (error: unknown): error is APIError => error instanceof APIError;

export function createAccounts(hub: Omit<Hub, 'accounts'>, secret: string): Accounts {
  const auth = betterAuth({
    appName: hub.name,
    baseURL: hub.url,
    basePath: '/auth',
    secret,
    trustedOrigins: ownOrigins(hub.url),
    database: { db: hub.database, type: 'sqlite' },
    // Only invitations and the setup code make accounts.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
    },
    // Who reads the database learns no token from it.
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: 30 * day, updateAge: day, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'showhow',
      useSecureCookies: hub.url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    // `limits.ts` counts tries, for these doors and all others.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const off = await hub.database.selectFrom('deactivations').where('person_id', '=', userId).select('at').executeTakeFirst();
            if (off) throw new APIError('FORBIDDEN', { error: 'access_denied', error_description: 'This account is switched off.' });
          },
        },
      },
    },
    plugins: [
      bearer(),
      deviceAuthorization({
        verificationUri: `${hub.url}/device`,
        expiresIn: '15m',
        interval: '2s',
        validateClient: (client) => client === studioClient,
      }),
    ],
  });

  return {
    handle: (request) => auth.handler(request),

    async session(headers) {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
      return response && { personId: response.user.id, cookies: answered.getSetCookie() };
    },

    async signIn(headers, body) {
      try {
        const { headers: answered } = await auth.api.signInEmail({ body, headers, returnHeaders: true });
        return answered.getSetCookie();
      } catch (error) {
        if (!isApiError(error)) throw error;
        throw error.statusCode === 403 ? new Fault('ACCOUNT_OFF', {}) : new Fault('SIGN_IN_WRONG', {});
      }
    },

    async signOut(headers) {
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true });
      return answered.getSetCookie();
    },

    async create({ name, email, password }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      if (await internalAdapter.findUserByEmail(email)) throw new Fault('EMAIL_TAKEN', { email });
      const hash = await passwords.hash(password);
      const user = await internalAdapter.createUser({ name, email, emailVerified: false }, { method: 'email-password' });
      await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
      return user.id;
    },

    async endSessions(personId) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(personId);
    },

    async passwordToken(personId) {
      const { adapter, internalAdapter } = await auth.$context;
      await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: personId }] });
      const token = linkToken();
      const expiresAt = new Date(Date.now() + day * 1000);
      await internalAdapter.createVerificationValue({ identifier: resetIdentifier(token), value: personId, expiresAt });
      return token;
    },

    async personOfToken(token) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findVerificationValue(resetIdentifier(token));
      if (!found || found.expiresAt < new Date()) throw new Fault('PASSWORD_LINK_OVER', {});
      return found.value;
    },

    async setPassword(token, password) {
      try {
        await auth.api.resetPassword({ body: { token, newPassword: password } });
      } catch (error) {
        if (!isApiError(error)) throw error;
        throw new Fault('PASSWORD_LINK_OVER', {});
      }
    },

    async answerDevice(headers, code, answer) {
      try {
        // A code belongs to who looks at it first; only she may answer it.
        await auth.api.deviceVerify({ query: { user_code: code }, headers });
        const answering = { body: { userCode: code }, headers };
        await (answer === 'approve' ? auth.api.deviceApprove(answering) : auth.api.deviceDeny(answering));
      } catch (error) {
        if (!isApiError(error)) throw error;
        throw new Fault('DEVICE_CODE_WRONG', {});
      }
    },
  };
}
