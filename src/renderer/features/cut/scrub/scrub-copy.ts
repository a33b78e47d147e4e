import { type EncodedPacket, EncodedPacketSink, Input, MP4, UrlSource } from 'mediabunny';

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

/** Opens a copy; null where this browser cannot decode it. */
export async function openScrubCopy(url: string): Promise<ScrubCopy | null> {
  const input = new Input({ source: new UrlSource(url, { getRetryDelay: () => null }), formats: [MP4] });
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
