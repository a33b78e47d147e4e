import type { NodeViewProps } from '@tiptap/react';
import { blockAttributes } from '../../../../shared/model/blocks/index.ts';
import { TextField } from '../../../ui/field.tsx';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';

const attributes = blockAttributes.image.omit({ id: true });

/** A picture with the words for those who cannot see it. */
export function ImageBlock(props: NodeViewProps) {
  const { media, alt, decorative, width, height } = attributes.parse(props.node.attrs);
  return (
    <BlockFrame {...props} name="Picture">
      <figure className="sh-image">
        <img src={`/media/${media}`} alt={alt} width={width} height={height} />
      </figure>
      <div className={css.fields}>
        <TextField
          label="What does it show?"
          hint={decorative ? 'Screen readers pass over this picture.' : 'One sentence for colleagues who cannot see it.'}
          value={decorative ? '' : props.node.attrs.alt}
          maxLength={500}
          disabled={decorative}
          onChange={(event) => props.updateAttributes({ alt: event.target.value })}
        />
        <label className={css.check}>
          <input type="checkbox" checked={decorative} onChange={(event) => props.updateAttributes({ decorative: event.target.checked })} />
          Only decoration
        </label>
      </div>
    </BlockFrame>
  );
}
