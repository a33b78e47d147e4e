import { api } from '../api/implement.ts';
import type { HubLink } from './link.ts';

export const hubApi = (link: HubLink) => ({
  connection: api.hub.connection.handler(() => link.connection()),
  connect: api.hub.connect.handler(({ input, signal }) => link.connect(input.url, signal)),
  disconnect: api.hub.disconnect.handler(async () => {
    await link.disconnect();
    return null;
  }),
});
