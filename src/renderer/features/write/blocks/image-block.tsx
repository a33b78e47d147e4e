import type { NodeViewProps } from '@tiptap/react';
import { Crop } from 'lucide-react';
import { useState } from 'react';
import { blockAttributes } from '../../../../shared/model/blocks/index.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { CropDialog } from './crop-dialog.tsx';
import { PictureView } from './picture-view.tsx';
import { PictureWords } from './picture-words.tsx';

const attributes = blockAttributes.image.omit({ id: true });

/** A picture, what of it is shown, what stands beneath it, and the words for those who cannot see it. */
export function ImageBlock(props: NodeViewProps) {
  const { caption: _, ...picture } = attributes.parse(props.node.attrs);
  const [cropping, setCropping] = useState(false);
  return (
    <BlockFrame {...props} name="Picture">
      <figure className="sh-image">
        <PictureView picture={picture} />
      </figure>
      <div className={css.fields}>
        <p className={css.text}>
          <Button icon={Crop} onClick={() => setCropping(true)}>
            {picture.crop ? 'Change the part that is shown' : 'Crop'}
          </Button>
        </p>
        <PictureWords {...picture} alt={props.node.attrs.alt} onChange={props.updateAttributes} />
        <TextField
          label="Words beneath the picture"
          hint="For everyone, if you like."
          value={props.node.attrs.caption ?? ''}
          maxLength={300}
          onChange={(event) => props.updateAttributes({ caption: event.target.value || undefined })}
        />
      </div>
      {cropping && <CropDialog picture={picture} onOpenChange={setCropping} onCrop={(crop) => props.updateAttributes({ crop })} />}
    </BlockFrame>
  );
}
