import { Crop, ImagePlus, ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Picture } from '../../../../shared/model/blocks/picture.ts';
import { Button } from '../../../ui/button.tsx';
import { FaultNotice } from '../../../ui/notice.tsx';
import css from './blocks.module.css';
import { CropDialog } from './crop-dialog.tsx';
import { PictureView } from './picture-view.tsx';
import { PictureWords } from './picture-words.tsx';
import { usePictureFile } from './use-picture-file.ts';

interface PictureSlotProps {
  picture: Picture | undefined;
  /** What it belongs to, e.g. "step 2": its buttons are told apart by it. */
  of: string;
  onPicture(picture: Picture | undefined): void;
}

/** A place for one picture within a block: choose it, crop it, describe it, take it away. */
export function PictureSlot({ picture, of, onPicture }: PictureSlotProps) {
  const file = useRef<HTMLInputElement>(null);
  const [cropping, setCropping] = useState(false);
  const { busy, error, take } = usePictureFile(onPicture);
  const choose = () => file.current?.click();
  return (
    <div className={css.slot}>
      <FaultNotice error={error} />
      {picture && (
        <>
          <PictureView picture={picture} />
          <PictureWords {...picture} onChange={(words) => onPicture({ ...picture, ...words })} />
        </>
      )}
      <div className={css.tools}>
        <Button
          icon={picture ? ImageUp : ImagePlus}
          busy={busy}
          onClick={choose}
          aria-label={`${picture ? 'Other picture' : 'Picture'} for ${of}`}
        >
          {picture ? 'Other picture' : 'Picture'}
        </Button>
        {picture && (
          <>
            <Button icon={Crop} onClick={() => setCropping(true)} aria-label={`Crop the picture of ${of}`}>
              Crop
            </Button>
            <Button variant="plain" icon={Trash2} onClick={() => onPicture(undefined)} aria-label={`Take it away: the picture of ${of}`}>
              Take it away
            </Button>
          </>
        )}
      </div>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label={`Choose a picture for ${of}`}
        onChange={(event) => {
          void take(event.target.files);
          event.target.value = '';
        }}
      />
      {picture && cropping && (
        <CropDialog
          picture={picture}
          onOpenChange={setCropping}
          onCrop={(crop) => {
            const { crop: _, ...all } = picture;
            onPicture(crop ? { ...all, crop } : all);
          }}
        />
      )}
    </div>
  );
}
