import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Fault } from '../../../shared/contract/faults.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { CropDialog } from './crop-dialog.tsx';
import css from './profile.module.css';

interface PhotoFieldProps {
  name: string;
  photo: string | null;
  onChange(photo: string | null): void;
}

/** The face: chosen from a file, cut to a square here, and only the square leaves this page. */
export function PhotoField({ name, photo, onChange }: PhotoFieldProps) {
  const [chosen, setChosen] = useState<ImageBitmap | null>(null);
  const [error, setError] = useState<unknown>(null);
  const file = useRef<HTMLInputElement>(null);
  const choose = async (picked: File | undefined) => {
    if (!picked) return;
    setError(null);
    try {
      setChosen(await createImageBitmap(picked));
    } catch {
      setError(new Fault('MEDIA_TYPE_REFUSED', { name: picked.name, allowed: 'a PNG, JPEG or WebP picture' }));
    }
  };
  return (
    <div className={css.photo}>
      <Avatar name={name} photo={photo ? `/media/${photo}` : null} size={96} />
      <div className={css.photoActions}>
        <Button icon={ImageUp} onClick={() => file.current?.click()}>
          {photo ? 'Choose another photo' : 'Choose a photo'}
        </Button>
        {photo && (
          <Button variant="plain" icon={Trash2} onClick={() => onChange(null)}>
            Remove
          </Button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label="Photo"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <FaultNotice error={error} />
      {chosen && (
        <CropDialog
          photo={chosen}
          onDone={(hash) => {
            setChosen(null);
            if (hash) onChange(hash);
          }}
        />
      )}
    </div>
  );
}
