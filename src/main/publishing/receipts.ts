import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Receipt } from '../../shared/contract/publishing.ts';
import type { Tables } from '../database/tables.ts';

/** Proofs of publications, and how many bytes each revision cost to send. */
export interface Receipts {
  noteSent(moduleId: string, revision: string, bytes: number): Promise<void>;
  /** Zero where the revision was handed in from another studio. */
  sent(moduleId: string, revision: string): Promise<number>;
  add(receipt: Receipt): Promise<Receipt>;
  /** Newest first. */
  of(moduleId: string): Promise<Receipt[]>;
}

export const createReceipts = (database: Kysely<Tables>): Receipts => ({
  async noteSent(moduleId, revision, bytes) {
    const row = { bytes, sent_at: new Date().toISOString() };
    await database
      .insertInto('sent')
      .values({ module_id: moduleId, revision, ...row })
      // Handed in again, only what was still lacking is sent: what it cost is the sum.
      .onConflict((conflict) =>
        conflict.columns(['module_id', 'revision']).doUpdateSet((is) => ({ bytes: is('sent.bytes', '+', bytes), sent_at: row.sent_at })),
      )
      .execute();
  },
  async sent(moduleId, revision) {
    const row = await database
      .selectFrom('sent')
      .select('bytes')
      .where('module_id', '=', moduleId)
      .where('revision', '=', revision)
      .executeTakeFirst();
    return row?.bytes ?? 0;
  },
  async add(receipt) {
    const { moduleId, target, revision, page, bytesSent, publishedAt } = receipt;
    await database
      .insertInto('receipts')
      .values({ id: randomUUID(), module_id: moduleId, target, revision, page, bytes_sent: bytesSent, published_at: publishedAt })
      .execute();
    return receipt;
  },
  async of(moduleId) {
    const rows = await database
      .selectFrom('receipts')
      .selectAll()
      .where('module_id', '=', moduleId)
      .orderBy('published_at', 'desc')
      .execute();
    return rows.map((row) => ({
      moduleId: row.module_id,
      target: row.target,
      revision: row.revision,
      page: row.page,
      bytesSent: row.bytes_sent,
      publishedAt: row.published_at,
    }));
  },
});
