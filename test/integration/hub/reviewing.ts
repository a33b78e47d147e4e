import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findPerson } from '../../../src/hub/accounts/people.ts';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import type { Hub, Person } from '../../../src/hub/hub-env.ts';
import { commentsOn } from '../../../src/hub/reviews/comments/read.ts';
import { comment } from '../../../src/hub/reviews/comments/write.ts';
import { placedIn } from '../../../src/hub/reviews/places.ts';
import { approve, returnWithReasons } from '../../../src/hub/reviews/vet.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import type { Manifest } from '../../../src/shared/model/package.ts';
import type { Anchor } from '../../../src/shared/model/review/anchor.ts';
import type { TestHub } from './support.ts';

/** What reviewers do on their pages, as the functions behind those pages, in a second process's view of the hub's database. */
export function runningReviews({ folder, url }: TestHub) {
  const opened = openDatabase<HubTables>(join(folder, 'hub.db'), migrations);
  onTestFinished(async () => (await opened).kysely.destroy());
  const as = async (email: string): Promise<{ hub: Hub; person: Person }> => {
    const hub = { database: (await opened).kysely, url } as Hub;
    const { id } = await hub.database.selectFrom('user').where('email', '=', email).select('id').executeTakeFirstOrThrow();
    const person = await findPerson(hub, id);
    if (!person) throw new Error(`${email} has no account`);
    return { hub, person };
  };
  return {
    async approve(email: string, { moduleId, revision }: Manifest) {
      const { hub, person } = await as(email);
      return approve(hub, person, { moduleId, revision });
    },
    async returnWithReasons(email: string, { moduleId, revision }: Manifest, reasons: string) {
      const { hub, person } = await as(email);
      return returnWithReasons(hub, person, { moduleId, revision, reasons });
    },
    async comment(email: string, { moduleId, revision }: Manifest, text: string, anchor: Anchor = { kind: 'module' }) {
      const { hub, person } = await as(email);
      return comment(hub, person, { moduleId, revision, anchor, severity: 'should', text });
    },
    /** Where what was said stands in a version. */
    async places({ moduleId, content }: Manifest) {
      const hub = { database: (await opened).kysely };
      return (await placedIn(hub, moduleId, await commentsOn(hub, moduleId), content)).map(({ place }) => place);
    },
  };
}
