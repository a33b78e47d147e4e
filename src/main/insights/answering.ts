import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { Ask, ModuleReach, Thank } from '../../shared/contract/relations.ts';
import { updateTake } from '../capture/take-rows.ts';
import type { Tables } from '../database/tables.ts';
import { lastHeard } from '../hubclient/heard.ts';

export const Insights = z.object({ reach: z.array(ModuleReach), asks: z.array(Ask), thanks: z.array(Thank) });
export const insightsKey = 'insights';

const longestTitle = 120;

/** Which takes and modules answer which question of a colleague. The question itself stays the hub's. */
export interface Answering {
  /** Remembers that a take answers a question, and names the take by it. Refuses with NOT_FOUND where the question is not known. */
  withTake(askId: string, take: string): Promise<void>;
  /** A module that is made of takes answers what they answer. */
  carryOver(takes: readonly string[], moduleId: string): Promise<void>;
  /** The question a module answers, as it was last heard. */
  of(moduleId: string): Promise<Ask | null>;
}

/** A question as a title: its first line, cut at a word where it is long. */
export function titleOf(question: string): string {
  const line = question.trim().split(/\s*\n\s*/u)[0] ?? '';
  if (line.length <= longestTitle) return line;
  return `${line.slice(0, longestTitle).replace(/\s+\S*$/u, '')}…`.slice(0, longestTitle);
}

export function createAnswering(database: Kysely<Tables>): Answering {
  const known = async (askId: string): Promise<Ask | null> => {
    const heard = await lastHeard(database, insightsKey, Insights);
    return heard?.value.asks.find((ask) => ask.id === askId) ?? null;
  };
  const bind = async (subject: string, askId: string): Promise<void> => {
    await database
      .insertInto('answering')
      .values({ subject, ask_id: askId })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ ask_id: askId }))
      .execute();
  };
  return {
    async withTake(askId, take) {
      const ask = await known(askId);
      if (!ask) throw new Fault('NOT_FOUND', { what: 'question' });
      const title = titleOf(ask.text);
      if (title) await updateTake(database, take, { title });
      await bind(take, askId);
    },
    async carryOver(takes, moduleId) {
      if (takes.length === 0) return;
      const bound = await database.selectFrom('answering').select('ask_id').where('subject', 'in', takes).executeTakeFirst();
      if (bound) await bind(moduleId, bound.ask_id);
    },
    async of(moduleId) {
      const bound = await database.selectFrom('answering').select('ask_id').where('subject', '=', moduleId).executeTakeFirst();
      return bound ? known(bound.ask_id) : null;
    },
  };
}
