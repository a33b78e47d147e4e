import { createReadStream } from 'node:fs';
import { DetailedError, type HttpResponse, Upload } from 'tus-js-client';
import { type AnyFault, Fault, isFault, readFault } from '../../shared/contract/faults.ts';
import { statusFault } from '../hubclient/faults.ts';
import type { OpenHub } from '../hubclient/link.ts';
import { retryDelays } from './patience.ts';
import type { UploadAddresses } from './upload-addresses.ts';

/** A connection over which nothing has moved for this long, in milliseconds, is given up and made anew. */
const stalledAfter = 45_000;

export interface FileToSend {
  hash: string;
  bytes: number;
  type: string;
  path: string;
}

/** Refusals that the next try would meet again. */
const final = /^(MEDIA_(?!LACKING)|DISK_FULL|NOT_ALLOWED|ROLE_MISSING|SIGN_IN_)/;

/**
 * Statuses that another try may mend. 404, 409, 410 and 423: the place where it was to go on is gone or held, and asking for it anew
 * settles that. 408 and 429: the hub has no time just now.
 */
const passing = new Set([404, 408, 409, 410, 423, 429]);

/** Whether the hub's own uploads answered, and not something in between: they name their protocol in all that they say. */
const isOfUploads = (response: HttpResponse): boolean => response.getHeader('Tus-Resumable') !== undefined;

function faultIn(body: string): AnyFault | null {
  try {
    return readFault(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What a failed try means: a fault that no further try mends, or null where trying again may help. */
function hopeless(error: unknown, url: string): Fault | null {
  if (!(error instanceof DetailedError)) return null;
  if (isFault(error.causingError)) return error.causingError;
  const response = error.originalResponse;
  if (!response) return null;
  const said = faultIn(response.getBody());
  if (said && final.test(said.code)) return new Fault(said.code, said.data);
  const status = response.getStatus();
  const isRefusal = status >= 400 && status < 500 && !passing.has(status);
  return isRefusal && (said || isOfUploads(response)) ? statusFault(status, url) : null;
}

/**
 * Sends one file by tus. It goes on where an earlier try stopped, in this run or in one before, waits for a hub that
 * restarts, and gives up with HUB_UNREACHABLE when nothing moves for about two minutes. `progress` is told bytes.
 */
export async function sendFile(
  hub: OpenHub,
  file: FileToSend,
  addresses: UploadAddresses,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<void> {
  signal.throwIfAborted();
  const here = (location: string): string => {
    // Behind a proxy a hub may name itself wrongly, and a token is sent to no other place than the hub.
    const { pathname, search } = new URL(location, hub.url);
    return `${hub.url}${pathname}${search}`;
  };
  const known = await addresses.find(hub.key, file.hash);
  const source = createReadStream(file.path);
  const outcome = Promise.withResolvers<void>();
  source.once('error', outcome.reject);
  const onAbort = () => outcome.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  let saved: Promise<void> = Promise.resolve();

  const upload = new Upload(source, {
    endpoint: `${hub.url}/uploads`,
    uploadUrl: known === null ? null : here(known),
    headers: { Authorization: `Bearer ${hub.token}` },
    metadata: { hash: file.hash, filetype: file.type },
    retryDelays,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable() {
      if (upload.url === null) return;
      upload.url = here(upload.url);
      saved = addresses.keep(hub.key, file.hash, new URL(upload.url).pathname + new URL(upload.url).search);
      saved.catch(outcome.reject);
    },
    onAfterResponse(request, response) {
      const status = response.getStatus();
      if (status === 401) throw new Fault('SIGN_IN_EXPIRED', {});
      // Left to itself the client would take these for a lost upload and begin a new one, also where a proxy says so of a hub that is away.
      if (request.getMethod() === 'HEAD' && (status >= 500 || (status >= 400 && !isOfUploads(response)))) throw new Error(`HTTP ${status}`);
    },
    onShouldRetry: (error) => hopeless(error, hub.url) === null,
    onProgress(sent) {
      watch.refresh();
      progress(sent);
    },
    onSuccess: () => outcome.resolve(),
    onError: (error) => outcome.reject(hopeless(error, hub.url) ?? new Fault('HUB_UNREACHABLE', { url: hub.url }, { cause: error })),
  });
  const watch = setInterval(() => {
    upload.abort().then(() => upload.start(), outcome.reject);
  }, stalledAfter);

  try {
    upload.start();
    await outcome.promise;
    await saved;
  } catch (error) {
    // What arrived there is not what was sent: no use going on with it.
    if (isFault(error) && error.code === 'MEDIA_MISMATCH') await addresses.forget(hub.key, file.hash);
    throw error;
  } finally {
    clearInterval(watch);
    signal.removeEventListener('abort', onAbort);
    await upload.abort();
    source.destroy();
  }
  await addresses.forget(hub.key, file.hash);
}
