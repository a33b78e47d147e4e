import { Fault, type FaultCode, type FaultData, readFault } from '../shared/contract/faults.ts';
import { isOver, type Job } from '../shared/contract/jobs.ts';
import type { Receipt } from '../shared/contract/publishing.ts';
import type { Review } from '../shared/model/review/review.ts';
import type { StudioClient } from './client.ts';

/** A module by its id or by a title that only one has. Refuses with NOT_FOUND, or INPUT_INVALID where several have it. */
export async function findModule(client: StudioClient, name: string): Promise<{ id: string; title: string }> {
  const found = await client.library.named({ name });
  const [module, other] = found;
  if (!module) throw new Fault('NOT_FOUND', { what: `module (${name})` });
  if (other) {
    const ids = found.map(({ id }) => id).join(', ');
    throw new Fault('INPUT_INVALID', {
      issues: [{ path: '', message: `${found.length} modules are called ${name}. Name one by its id: ${ids}.` }],
    });
  }
  return module;
}

/** Throws why a job did not come to its end. */
export function assertDone({ state, fault }: Job): void {
  if (state === 'done') return;
  const known = readFault(fault);
  if (known) throw new Fault(known.code, known.data as FaultData<FaultCode>);
  throw new Fault('CANCELLED', {});
}

async function handIn(client: StudioClient, moduleId: string): Promise<void> {
  let job = await client.publishing.handIn({ moduleId });
  if (!isOver(job.state)) for await (const next of await client.jobs.watch({ id: job.id })) job = next;
  assertDone(job);
}

/** Handing in is the author's next step where no round runs and what is on the desk is not what was approved. */
function wantsHandIn(review: Review, draftRevision: string): boolean {
  if (review.state === 'in-review') return review.revision !== draftRevision;
  return review.state === 'draft' || review.state === 'changes-requested' || review.approvedRevision !== draftRevision;
}

/** Publishes an approved module. One that is not is handed in where that is its next step, and refused with NOT_APPROVED. */
export async function publishModule(client: StudioClient, named: string, said: (text: string) => void): Promise<Receipt> {
  const { id: moduleId, title } = await findModule(client, named);
  const [review, check] = await Promise.all([client.publishing.review({ moduleId }), client.publishing.check({ moduleId })]);
  if (wantsHandIn(review, check.revision)) {
    await handIn(client, moduleId);
    said(`${title} was handed in. It can be published once a colleague has approved it.`);
  }
  return client.publishing.publish({ moduleId });
}
