import type { VideoCodec } from 'mediabunny';

/**
 * Key frames are this far apart, in seconds: what a crash can take is one fragment, which ends at a key frame, and the way
 * to the disk. A fragment may be a little shorter, so that none has to wait for the key frame after the next one.
 */
export const keyFrameInterval = 2 / 5;
export const fragmentDuration = 0.36;

/** In the order in which they are tried: H.264 is what a cut can copy without a new picture. */
export const videoCodecs: VideoCodec[] = ['avc', 'vp9', 'vp8'];

const bitsPerPixel = 0.085;

/** Bits a second for a picture of this size at 30 frames: about 5 Mbit/s at 1080p. */
export const videoBitrate = (width: number, height: number): number =>
  Math.round(Math.min(12e6, Math.max(1.2e6, width * height * 30 * bitsPerPixel)));

export const audioBitrate = (channels: number): number => (channels > 1 ? 128_000 : 80_000);

/** The largest picture that is asked for. */
export const largestPicture = { width: 1920, height: 1080 } as const;
