import { ImageUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Fault } from '../../../shared/contract/faults.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { CropDialog } from './crop-dialog.tsx';
import css from './profile.module.css';

interface PhotoFieldProps {
  name: string;
  photo: string | null;
  onChange(photo: string | null): void;
}

async function readPhoto(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Fault('MEDIA_TYPE_REFUSED', { name: file.name, allowed: 'a PNG, JPEG or WebP picture' });
  }
}

/** The face: chosen from a file, cut to a square here, and only the square leaves this page. */
export function PhotoField({ name, photo, onChange }: PhotoFieldProps) {
  const [chosen, setChosen] = useState<ImageBitmap | null>(null);
  return (
    <div className={css.photo}>
      <Avatar name={name} photo={photo ? `/media/${photo}` : null} size={96} />
      <div className={css.photoActions}>
        <FileButton icon={ImageUp} field="Photo" accept="image/*" take={readPhoto} onTaken={setChosen}>
          {photo ? 'Choose another photo' : 'Choose a photo'}
        </FileButton>
        {photo && (
          <Button variant="plain" icon={Trash2} onClick={() => onChange(null)}>
            Remove
          </Button>
        )}
      </div>
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
