import { CustomSource, type EncodedPacket, EncodedPacketSink, Input, MP4 } from 'mediabunny';

/** A small copy of a track's picture, from which any frame is read at once. */
export interface ScrubCopy {
  /** Draws the frame that stands at a moment of the file, in seconds; false where there is none. One at a time. */
  draw: (canvas: HTMLCanvasElement, time: number) => Promise<boolean>;
  close: () => void;
}

/** Frames of one decoder that is kept: to begin one for each frame takes longer than to decode it. */
function createFrames(config: VideoDecoderConfig) {
  let last: VideoFrame | null = null;
  const decoder = new VideoDecoder({
    output: (frame) => {
      last?.close();
      last = frame;
    },
    // `flush` throws it as well, to whoever waits for a frame.
    error: () => undefined,
  });
  decoder.configure({ ...config, optimizeForLatency: true });
  return {
    /** The last frame of some packets that begin with a key. The caller closes it. */
    async lastOf(packets: readonly EncodedPacket[]): Promise<VideoFrame | null> {
      for (const packet of packets) decoder.decode(packet.toEncodedVideoChunk());
      await decoder.flush();
      const frame = last;
      last = null;
      return frame;
    },
    close: () => {
      last?.close();
      if (decoder.state !== 'closed') decoder.close();
    },
  };
}

/** The packets from which the frame at a moment is decoded. */
async function packetsFor(sink: EncodedPacketSink, time: number): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  let packet = await sink.getKeyPacket(time);
  while (packet && packet.timestamp <= time) {
    packets.push(packet);
    packet = await sink.getNextPacket(packet);
    if (packet?.type === 'key') break;
  }
  return packets;
}

function drawFrame(canvas: HTMLCanvasElement, frame: VideoFrame): void {
  const { displayWidth: width, displayHeight: height } = frame;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d', { alpha: false })?.drawImage(frame, 0, 0);
}

/**
 * Reads just what is asked for and a little around it. The library's own reader of addresses asks for all from a place on
 * and breaks the line off when it has enough, which takes twice as long for each jump.
 */
function bytesOf(url: string): CustomSource {
  const closing = new AbortController();
  const ask = async (init: RequestInit): Promise<Response> => {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: closing.signal });
    if (!response.ok) throw new Error(`The copy to scrub through is not given: ${response.status}`);
    return response;
  };
  return new CustomSource({
    getSize: async () => Number((await ask({ method: 'HEAD' })).headers.get('content-length')),
    read: async (start, end) => (await ask({ headers: { range: `bytes=${start}-${end - 1}` } })).bytes(),
    dispose: () => closing.abort(),
    prefetchProfile: 'fileSystem',
  });
}

/** Opens a copy; null where this browser cannot decode it. */
export async function openScrubCopy(url: string): Promise<ScrubCopy | null> {
  const input = new Input({ source: bytesOf(url), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  const config = track && (await track.canDecode()) ? await track.getDecoderConfig() : null;
  if (!track || !config) {
    input.dispose();
    return null;
  }
  const sink = new EncodedPacketSink(track);
  const frames = createFrames(config);
  return {
    async draw(canvas, time) {
      const frame = await frames.lastOf(await packetsFor(sink, time));
      if (!frame) return false;
      drawFrame(canvas, frame);
      frame.close();
      return true;
    },
    close() {
      frames.close();
      input.dispose();
    },
  };
}
