import { ALL_FORMATS, AudioBufferSink, BufferSource, CanvasSink, Input } from 'mediabunny';
import { armEngine } from './engine/arm.ts';
import type { LiveSources } from './engine/engine.ts';
import type { CheckedFile } from './engine/protocol.ts';
import { loudness, loudnessRate } from './loudness.ts';

/** How long the check listens, in milliseconds. */
const listens = 1200;
/** Below this a recorded voice is silence, in LUFS; below this mean brightness (0 to 255) a picture is black. */
const silent = -60;
const black = 6;

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
  const wrapped = track && (await new CanvasSink(track, { width: 32, height: 18, fit: 'fill' }).getCanvas(0.5));
  const context = wrapped?.canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null | undefined;
  if (!context) return { seen: false };
  const { data } = context.getImageData(0, 0, 32, 18);
  const light = data.reduce((sum, value, index) => (index % 4 === 3 ? sum : sum + value), 0) / ((data.length / 4) * 3);
  return { seen: light > black };
}

async function judge({ kind, data }: CheckedFile): Promise<[CheckedFile['kind'], Finding]> {
  const input = new Input({ source: new BufferSource(data), formats: ALL_FORMATS });
  return [kind, kind === 'screen' || kind === 'camera' ? await decodedPicture(input) : await decodedSound(input)];
}

/**
 * Records about a second with the encoder that the take will use, decodes it, and tells what is in it: a meter can
 * move while the file is silent, so only the file counts.
 */
export async function checkSources(sources: LiveSources): Promise<Findings> {
  const engine = await armEngine(sources);
  engine.start(null);
  await new Promise((done) => setTimeout(done, listens));
  const { files } = await engine.stop();
  return Object.fromEntries(await Promise.all(files.map(judge)));
}
