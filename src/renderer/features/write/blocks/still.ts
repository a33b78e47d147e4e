import type { Moment } from '../../../../shared/model/blocks/steps.ts';
import { uploadBlob } from '../upload-picture.ts';

/** Wider than a step ever shows it, also on a dense screen. */
const widest = 960;

/** Waits until a video shows the moment it was sent to. */
function settled(video: HTMLVideoElement): Promise<void> {
  if (!video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return Promise.resolve();
  return new Promise((resolve, reject) => {
    video.addEventListener('error', () => reject(video.error ?? new Error('The video cannot be shown')), { once: true });
    video.addEventListener(video.seeking ? 'seeked' : 'loadeddata', () => resolve(settled(video)), { once: true });
  });
}

/** Keeps the picture that a video shows now as a file of the module. */
export async function keepStill(video: HTMLVideoElement): Promise<Moment['still']> {
  await settled(video);
  const scale = Math.min(1, widest / video.videoWidth);
  const canvas = new OffscreenCanvas(Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
  const { hash, width, height } = await uploadBlob(blob, 'The still');
  return { media: hash, width, height };
}
