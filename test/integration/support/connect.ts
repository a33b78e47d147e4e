import type { TestHub } from './hub.ts';
import type { TestStudio } from './studio.ts';

/** Connects a studio to a hub: asks for a code, and says yes to it as the person. */
export async function connect(studio: TestStudio, hub: TestHub, headers: Headers, address = hub.url): Promise<void> {
  const accounts = await hub.hub.accounts();
  for await (const { state, code } of await studio.client.hub.connect({ url: address })) {
    if (state === 'waiting') await accounts.answerDevice(headers, code, 'approve');
    else if (state !== 'connected') throw new Error(`The studio was not connected: ${state}`);
  }
}
