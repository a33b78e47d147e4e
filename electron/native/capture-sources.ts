import { randomUUID } from 'node:crypto';
import { type DesktopCapturerSource, desktopCapturer, type Session, type Streams, type WebContents } from 'electron';
import { z } from 'zod';
import { type CaptureAnswer, type CaptureSource, shellChannels } from '../../src/shared/contract/shell.ts';
import { onMessage } from './messages.ts';
import { isOurs } from './origin.ts';

const Answer = z.object({ id: z.uuid(), source: z.string().nullable(), sound: z.boolean() }) satisfies z.ZodType<CaptureAnswer>;

/**
 * System sound comes by the string 'loopback'. Windows has it always; on macOS it is there from 13 on, and the take's
 * health check finds the silent track that some versions give (https://github.com/electron/electron/issues/52738).
 */
const canLoopBack = process.platform === 'win32' || process.platform === 'darwin';

const describe = (source: DesktopCapturerSource): CaptureSource => ({
  id: source.id,
  name: source.name,
  kind: source.id.startsWith('screen:') ? 'screen' : 'window',
  picture: source.thumbnail.toDataURL(),
});

/**
 * Lets the person choose what is recorded, in the studio's own page, when the page asks for a screen. The system's
 * picker comes instead where there is one (macOS 15).
 */
export function offerCaptureSources(session: Session, page: () => WebContents | null): void {
  const waiting = new Map<string, (answer: CaptureAnswer) => void>();
  onMessage(shellChannels.captureAnswer, (message) => {
    const { success, data } = Answer.safeParse(message);
    if (!success) return;
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });

  const ask = (contents: WebContents, sources: DesktopCapturerSource[], sound: boolean): Promise<CaptureAnswer> =>
    new Promise((answer) => {
      // Only one dialog is open at a time: an older question is as good as declined.
      for (const [id, decline] of waiting) decline({ id, source: null, sound: false });
      waiting.clear();
      const id = randomUUID();
      waiting.set(id, answer);
      contents.send(shellChannels.captureChoice, { id, sources: sources.map(describe), sound });
    });

  async function choose(audioRequested: boolean): Promise<Streams | null> {
    const sources = await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize: { width: 320, height: 180 } });
    const contents = page();
    if (!contents || sources.length === 0) return null;
    const sound = audioRequested && canLoopBack;
    const [only] = sources;
    // Under Wayland the system has asked already, and there is one source left.
    const answer = sources.length === 1 && only ? { source: only.id, sound } : await ask(contents, sources, sound);
    const video = sources.find(({ id }) => id === answer.source);
    return video ? { video, ...(sound && answer.sound ? { audio: 'loopback' as const } : {}) } : null;
  }

  session.setDisplayMediaRequestHandler(
    (request, answer) => {
      if (!isOurs(request.securityOrigin)) return answer(null);
      choose(request.audioRequested).then(answer, () => answer(null));
    },
    { useSystemPicker: true },
  );
}
