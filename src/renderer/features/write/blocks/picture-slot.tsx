import { Crop, ImagePlus, ImageUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Picture } from '../../../../shared/model/blocks/picture.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { uploadPicture } from '../upload-picture.ts';
import css from './blocks.module.css';
import { CropDialog } from './crop-dialog.tsx';
import { PictureView } from './picture-view.tsx';
import { PictureWords } from './picture-words.tsx';

interface PictureSlotProps {
  picture: Picture | undefined;
  /** What it belongs to, e.g. "step 2": its buttons are told apart by it. */
  of: string;
  onPicture(picture: Picture | undefined): void;
}

/** Hands a picture to the studio, without words yet. */
async function readPicture(file: File): Promise<Picture> {
  const { hash, width, height } = await uploadPicture(file);
  return { media: hash, alt: '', decorative: false, width, height };
}

/** A place for one picture within a block: choose it, crop it, describe it, take it away. */
export function PictureSlot({ picture, of, onPicture }: PictureSlotProps) {
  const [cropping, setCropping] = useState(false);
  return (
    <div className={css.slot}>
      {picture && (
        <>
          <PictureView picture={picture} />
          <PictureWords {...picture} onChange={(words) => onPicture({ ...picture, ...words })} />
        </>
      )}
      <div className={css.tools}>
        <FileButton
          icon={picture ? ImageUp : ImagePlus}
          aria-label={`${picture ? 'Other picture' : 'Picture'} for ${of}`}
          field={`Choose a picture for ${of}`}
          take={readPicture}
          onTaken={onPicture}
        >
          {picture ? 'Other picture' : 'Picture'}
        </FileButton>
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
