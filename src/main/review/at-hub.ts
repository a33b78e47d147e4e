import { z } from 'zod';
import { WaitingDraft } from '../../shared/contract/hub.ts';
import type { AtHub } from '../../shared/contract/reviewing.ts';
import { Reminder } from '../../shared/model/review/reminder.ts';
import { hear } from '../hubclient/heard.ts';
import type { HubLink } from '../hubclient/link.ts';
import type { Studio } from '../studio.ts';

const Waiting = z.object({ me: z.string(), queue: z.array(WaitingDraft), reminders: z.array(Reminder) });
type Waiting = z.infer<typeof Waiting>;

/** What waits at the hub for the person of this studio. Who is no reviewer has no queue, but may have points that wait for her. */
export async function waitsAtHub({ database }: Pick<Studio, 'database'>, link: HubLink): Promise<AtHub> {
  const ask = async (): Promise<Waiting> => {
    const { client } = await link.open();
    const { id, roles } = await client.me();
    const [queue, reminders] = await Promise.all([roles.includes('reviewer') ? client.reviews.queue() : [], client.reviews.reminders()]);
    return { me: id, queue, reminders };
  };
  const { value, heardAt } = await hear(database, 'waiting', Waiting, ask);
  return { me: value?.me ?? null, queue: value?.queue ?? [], reminders: value?.reminders ?? [], heardAt };
}
