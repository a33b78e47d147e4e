import { useState } from 'react';
import type { Picture } from '../../../../shared/model/blocks/picture.ts';
import { picturesIn, uploadPicture } from '../upload-picture.ts';

/** Hands one picture to the studio; `onPicture` gets it, without words yet. */
export function usePictureFile(onPicture: (picture: Picture) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const take = async (files: FileList | null) => {
    const [file] = picturesIn(files);
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      const { hash, width, height } = await uploadPicture(file);
      onPicture({ media: hash, alt: '', decorative: false, width, height });
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, take };
}
