import { ALL_FORMATS, AudioBufferSink, BufferSource, CanvasSink, Input } from 'mediabunny';
import { armEngine } from './engine/arm.ts';
import { type Areas, type LiveSources, stopEngine } from './engine/engine.ts';
import type { CheckedFile } from './engine/protocol.ts';
import { loudness, loudnessRate } from './loudness.ts';

/** How long the check listens, in milliseconds. */
const listens = 1200;
/** Below this a recorded voice is silence, in LUFS. */
const silent = -60;
/** A picture is black where nothing in it is brighter than this, of 255, at any of these moments (seconds). */
const black = 24;
const looks = [0.1, 0.4, 0.7, 1];
const small = { width: 160, height: 90 };

export type Finding = { heard: boolean; lufs: number } | { seen: boolean };
export type Findings = Partial<Record<CheckedFile['kind'], Finding>>;

async function decodedSound(input: Input): Promise<Finding> {
  const track = await input.getPrimaryAudioTrack();
  if (!track) return { heard: false, lufs: Number.NEGATIVE_INFINITY };
  const buffers: AudioBuffer[] = [];
  for await (const { buffer } of new AudioBufferSink(track).buffers()) buffers.push(buffer);
  const first = buffers[0];
  if (!first) return { heard: false, lufs: Number.NEGATIVE_INFINITY };
  const frames = buffers.reduce((sum, { duration }) => sum + duration, 0) * loudnessRate;
  const context = new OfflineAudioContext(first.numberOfChannels, Math.ceil(frames), loudnessRate);
  let at = 0;
  for (const buffer of buffers) {
    const node = new AudioBufferSourceNode(context, { buffer });
    node.connect(context.destination);
    node.start(at);
    at += buffer.duration;
  }
  const whole = await context.startRendering();
  const lufs = loudness(Array.from({ length: whole.numberOfChannels }, (_, channel) => whole.getChannelData(channel)));
  return { heard: lufs > silent, lufs };
}

async function decodedPicture(input: Input): Promise<Finding> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) return { seen: false };
  for await (const wrapped of new CanvasSink(track, { ...small, fit: 'fill' }).canvasesAtTimestamps(looks)) {
    const context = wrapped?.canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null | undefined;
    const { data } = context?.getImageData(0, 0, small.width, small.height) ?? { data: [] };
    // Every fourth figure is how opaque it is.
    if (data.some((value, index) => index % 4 !== 3 && value > black)) return { seen: true };
  }
  return { seen: false };
}

async function judge({ kind, data }: CheckedFile): Promise<[CheckedFile['kind'], Finding]> {
  const input = new Input({ source: new BufferSource(data), formats: ALL_FORMATS });
  return [kind, kind === 'screen' || kind === 'camera' ? await decodedPicture(input) : await decodedSound(input)];
}

/**
 * Records about a second with the encoder that the take will use, decodes it, and tells what is in it: a meter can
 * move while the file is silent, so only the file counts.
 */
export async function checkSources(sources: LiveSources, areas: Areas = {}): Promise<Findings> {
  const engine = await armEngine(sources, areas);
  engine.start(null);
  await new Promise((done) => setTimeout(done, listens));
  const files = await stopEngine(engine);
  return Object.fromEntries(await Promise.all(files.map(judge)));
}
