import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Finding } from '../../shared/model/privacy/finding.ts';
import type { Range } from '../../shared/model/ranges.ts';
import type { Studio } from '../studio.ts';

type Store = Pick<Studio, 'database'>;

/** A stretch of a take that was searched. */
export interface Searched extends Range {
  take: string;
  reader: string;
  language: string;
  findings: Finding[];
  searchedAt: string;
}

/** What was searched of takes in one way. */
export async function searchedOf({ database }: Store, takes: readonly string[], searchedWith: string): Promise<Searched[]> {
  if (takes.length === 0) return [];
  const rows = await database
    .selectFrom('sweeps')
    .selectAll()
    .where('take_id', 'in', takes)
    .where('searched_with', '=', searchedWith)
    .orderBy('from_second')
    .execute();
  return rows.map((row) => ({
    take: row.take_id,
    from: row.from_second,
    to: row.to_second,
    reader: row.reader,
    language: row.language,
    findings: z.array(Finding).parse(JSON.parse(row.findings)),
    searchedAt: row.searched_at,
  }));
}

/** Keeps what was found in a stretch; what an older way of searching found there is forgotten. */
export async function keepSearched(
  { database }: Store,
  searchedWith: string,
  { take, from, to, findings, ...rest }: Omit<Searched, 'searchedAt'>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('sweeps')
      .where('take_id', '=', take)
      .where('searched_with', '!=', searchedWith)
      .where('from_second', '>=', from - 0.5)
      .where('to_second', '<=', to + 0.5)
      .execute();
    await transaction
      .insertInto('sweeps')
      .values({
        id: randomUUID(),
        take_id: take,
        from_second: from,
        to_second: to,
        searched_with: searchedWith,
        ...rest,
        findings: JSON.stringify(findings),
        searched_at: new Date().toISOString(),
      })
      .execute();
  });
}
