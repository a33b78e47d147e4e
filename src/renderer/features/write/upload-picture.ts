import { UploadedPicture } from '../../../shared/contract/modules.ts';

/** Wider than any page shows it; a phone's photo is brought down to this. */
const widest = 2560;

/** Kinds that go as they are, because their lines would suffer: pictures of a screen. */
const isScreenPicture = (file: File) => file.type === 'image/png' || file.type === 'image/webp';

/**
 * Draws a photo anew, smaller where it is too large. What a camera wrote beside the picture, such as the place
 * where it was taken, stays behind. What cannot be drawn goes as it is, and the studio says why it is refused.
 */
async function redraw(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, widest / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && isScreenPicture(file)) return file;
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
}

export async function uploadBlob(blob: Blob, name: string): Promise<UploadedPicture> {
  const response = await fetch(`/media?name=${encodeURIComponent(name)}`, { method: 'POST', body: blob });
  const answer: unknown = await response.json();
  // A refusal has the shape of every fault, and is thrown as such.
  if (!response.ok) throw answer;
  return UploadedPicture.parse(answer);
}

/** Hands a picture to the studio; throws the fault with which it is refused. */
export const uploadPicture = async (file: File): Promise<UploadedPicture> => uploadBlob(await redraw(file), file.name || 'This picture');

export const picturesIn = (files: Iterable<File> | undefined | null): File[] =>
  [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
