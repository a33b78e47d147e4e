import { createSending, type Sent } from '../../api/sending.ts';

/** Where a video is on its way to becoming a take. */
type Step = { is: 'sending'; sent: number } | { is: 'refused'; error: unknown };

export type Upload = Sent<Step>;

/** What a file picker offers of what can become a take; a sound alone gets a picture. */
export const takeFiles = 'video/*,audio/*,image/gif,.mkv,.mp4,.mov,.webm,.avi';

const listeners = new Set<() => void>();

/** Videos that become takes. One list for the whole program: an import goes on while the author is on another page. */
export const uploads = createSending<Step>({
  address: '/imports',
  sending: (sent) => ({ is: 'sending', sent }),
  answered() {
    for (const arrived of listeners) arrived();
    // From here on it is shown as the take it became.
    return null;
  },
  refused: (error) => ({ is: 'refused', error }),
});

/** Calls whenever a file has arrived, until the function that is given back is called. */
export function onArrived(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
