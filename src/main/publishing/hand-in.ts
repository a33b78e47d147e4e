import { z } from 'zod';
import { Fault, isFault } from '../../shared/contract/faults.ts';
import { isOver, type Job } from '../../shared/contract/jobs.ts';
import type { HandInCheck } from '../../shared/contract/publishing.ts';
import { Id, RevisionHash } from '../../shared/model/ids.ts';
import { isError } from '../../shared/model/lint/finding.ts';
import type { Manifest } from '../../shared/model/package.ts';
import type { HubLink, OpenHub } from '../hubclient/link.ts';
import type { JobRun } from '../jobs/jobs.ts';
import { revisionOf } from '../modules/history.ts';
import type { Studio } from '../studio.ts';
import type { Desk } from './desk.ts';
import { bytesOf, manifestOf, mediaEntries } from './manifest.ts';
import { patiently } from './patience.ts';
import type { Receipts } from './receipts.ts';
import { sendFile } from './upload.ts';
import { createUploadAddresses, type UploadAddresses } from './upload-addresses.ts';

const Input = z.object({ moduleId: Id, revision: RevisionHash });

export async function checkHandIn(desk: Desk, moduleId: string): Promise<HandInCheck> {
  const { content } = await desk.draft(moduleId);
  const [media, judged, findings] = await Promise.all([mediaEntries(desk, content), desk.videos(content), desk.findings(content)]);
  const videos = judged.map(({ video }) => video);
  return { revision: revisionOf(content), findings, files: media.length, bytes: bytesOf(media), videos };
}

interface Sending {
  hub: OpenHub;
  manifest: Manifest;
  addresses: UploadAddresses;
  pathOf(hash: string): string;
  run: JobRun;
}

/** Sends what the hub lacks. Progress is the share of all the module's bytes that the hub has. Answers how many were sent. */
async function sendLacking({ hub, manifest, addresses, pathOf, run }: Sending): Promise<number> {
  const { signal } = run;
  // A hub that is away from the beginning is said at once; whoever sent something waits for it to come back.
  const hashes = await hub.client.media.lacking({ hashes: manifest.media.map(({ hash }) => hash) }, { signal });
  const lacking = manifest.media.filter(({ hash }) => hashes.includes(hash));
  const total = bytesOf(manifest.media);
  let arrived = total - bytesOf(lacking);
  for (const file of lacking) {
    const before = arrived;
    await sendFile(hub, { ...file, path: pathOf(file.hash) }, addresses, signal, (sent) => run.progress((before + sent) / total));
    arrived = before + file.bytes;
  }
  return bytesOf(lacking);
}

/** Files first, manifest last. A hub that lost a file between the two is sent it once more. */
async function deliver(sending: Sending): Promise<number> {
  const { hub, manifest, run } = sending;
  const sent = await sendLacking(sending);
  // Handed in twice it is in review once: it may be asked again where no answer came.
  const handOver = () => patiently(() => hub.client.reviews.handIn(manifest, { signal: run.signal }), run.signal);
  try {
    await handOver();
    return sent;
  } catch (error) {
    if (!isFault(error) || error.code !== 'MEDIA_LACKING') throw error;
    const again = await sendLacking(sending);
    await handOver();
    return sent + again;
  }
}

/** Handing in: the finished module is fixed as a revision, and a job brings it to the hub, also over a restart. */
export function createHandIn(studio: Studio, link: HubLink, desk: Desk, receipts: Receipts) {
  const addresses = createUploadAddresses(studio.database);

  studio.jobs.register('upload', {
    resumable: true,
    async run(input, run) {
      const { moduleId, revision: hash } = Input.parse(input);
      const revision = (await desk.revisions(moduleId)).find((one) => one.hash === hash);
      if (!revision) throw new Fault('NOT_FOUND', { what: 'revision' });
      const [hub, manifest] = await Promise.all([link.open(), manifestOf(desk, revision)]);
      const sent = await deliver({ hub, manifest, addresses, pathOf: studio.media.path, run });
      await receipts.noteSent(moduleId, hash, sent);
      studio.log.info({ moduleId, revision: hash, sent }, 'handed in');
    },
  });

  /** The upload of a revision that is under way. One of another revision ends; what the hub has of it by then is not sent again. */
  const underWay = async (moduleId: string, revision: string): Promise<Job | null> => {
    let same: Job | null = null;
    for (const job of await studio.jobs.list(moduleId)) {
      if (job.kind !== 'upload' || isOver(job.state)) continue;
      if (Input.parse(await studio.jobs.inputOf(job.id)).revision === revision) same = job;
      else await studio.jobs.cancel(job.id);
    }
    return same;
  };

  return async (moduleId: string): Promise<Job> => {
    const { findings, videos } = await checkHandIn(desk, moduleId);
    // What is private has a refusal of its own, which says how to decide on it.
    const unfinished = findings.filter((finding) => isError(finding) && finding.rule !== 'privacy');
    if (unfinished.length > 0) throw new Fault('MODULE_UNFINISHED', { findings: unfinished });
    const waiting = videos.filter(({ state }) => state === 'open' || state === 'outdated');
    if (waiting.length > 0)
      throw new Fault('PRIVACY_OPEN', { videos: waiting.map(({ title, open, state }) => ({ title, open, again: state === 'outdated' })) });
    await link.open();
    const { hash } = await desk.fix(moduleId);
    return (await underWay(moduleId, hash)) ?? studio.jobs.start('upload', moduleId, { moduleId, revision: hash });
  };
}
