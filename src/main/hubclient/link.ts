import { z } from 'zod';
import { Fault, isFault } from '../../shared/contract/faults.ts';
import { type Connecting, HubConnection } from '../../shared/contract/publishing.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';
import { hubAddress } from './address.ts';
import { createHubClient, type HubClient } from './client.ts';
import { awaitAuthorization, requestCodes } from './device.ts';
import { isAway } from './faults.ts';

const settingsKey = 'hub';
const secretName = 'hub-token';

/** `embedded`: the hub this studio starts itself, whose port may be another one next time. */
const Known = HubConnection.omit({ state: true }).extend({ embedded: z.boolean() });
type Known = z.infer<typeof Known>;

/** A hub one is signed in to. */
export interface OpenHub {
  url: string;
  /** Names the hub for as long as one is connected to it, whatever port it listens on. */
  key: string;
  token: string;
  client: HubClient;
}

/** The one hub a studio is connected to: its address in the settings, its token in the host's secrets and nowhere else. */
export interface HubLink {
  /** Throws HUB_NOT_CONNECTED. */
  open(): Promise<OpenHub>;
  connection(): Promise<HubConnection | null>;
  connect(address: string, signal?: AbortSignal): AsyncGenerator<Connecting, void>;
  disconnect(): Promise<void>;
}

export function createHubLink(studio: Studio): HubLink {
  const { database, host, log } = studio;
  const read = async (): Promise<Known | null> => {
    const known = await readSetting(studio, settingsKey, Known);
    return known?.embedded ? { ...known, url: host.embeddedHub()?.url ?? known.url } : known;
  };
  const write = (known: Known): Promise<void> => writeSetting(studio, settingsKey, known);
  /** Keeps what the hub says now of who one is there, unless one has left it meanwhile: then nothing of it comes back. */
  const refresh = (known: Known): Promise<void> =>
    database.transaction().execute(async (transaction) => {
      const within = { ...studio, database: transaction };
      const now = await readSetting(within, settingsKey, Known);
      const isSame = now?.embedded === known.embedded && (known.embedded || now.url === known.url);
      if (isSame) await writeSetting(within, settingsKey, known);
    });
  const forget = async (): Promise<void> => {
    await host.secrets.delete(secretName);
    await database.deleteFrom('settings').where('key', '=', settingsKey).execute();
    await database.deleteFrom('heard').execute();
    await database.deleteFrom('uploads').execute();
  };

  const open = async (): Promise<OpenHub> => {
    const [known, token] = await Promise.all([read(), host.secrets.get(secretName)]);
    if (!known || token === null) throw new Fault('HUB_NOT_CONNECTED', {});
    return { url: known.url, key: known.embedded ? 'embedded' : known.url, token, client: createHubClient(known.url, token) };
  };

  const signIn = async (url: string, hubName: string, token: string): Promise<void> => {
    const { name, email, roles } = await createHubClient(url, token).me();
    await forget();
    await host.secrets.set(secretName, token);
    await write({ url, hubName, person: { name, email, roles }, embedded: host.embeddedHub()?.url === url });
    log.info({ hub: url }, 'connected to a hub');
  };

  return {
    open,
    async connection() {
      const known = await read();
      if (!known) return null;
      const { embedded, ...last } = known;
      try {
        const { client } = await open();
        const { name, email, roles } = await client.me();
        const person = { name, email, roles };
        await refresh({ ...last, embedded, person });
        return { ...last, person, state: 'connected' };
      } catch (error) {
        if (!isAway(error) && !(isFault(error) && error.code === 'HUB_NOT_CONNECTED')) throw error;
        const expired = isFault(error) && (error.code === 'SIGN_IN_EXPIRED' || error.code === 'HUB_NOT_CONNECTED');
        return { ...last, state: expired ? 'expired' : 'unreachable' };
      }
    },
    async *connect(address, signal) {
      const url = hubAddress(address);
      const { name } = await createHubClient(url, null).hello();
      const codes = await requestCodes(url, signal);
      const shown = { code: codes.user_code, address: codes.verification_uri_complete ?? codes.verification_uri };
      yield { state: 'waiting', ...shown };
      const authorization = await awaitAuthorization(url, codes, signal);
      if (authorization.state === 'approved') await signIn(url, name, authorization.token);
      yield { state: authorization.state === 'approved' ? 'connected' : authorization.state, ...shown };
    },
    async disconnect() {
      try {
        const { url, token } = await open();
        await fetch(`${url}/sign-out`, {
          method: 'POST',
          redirect: 'manual',
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(5000),
        });
      } catch (error) {
        // The hub need not know: without the token nobody here can use the session.
        log.info({ err: error }, 'the hub was not told of the disconnection');
      }
      await forget();
    },
  };
}
