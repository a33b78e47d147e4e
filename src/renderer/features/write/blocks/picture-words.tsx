import type { Picture } from '../../../../shared/model/blocks/picture.ts';
import { TextField } from '../../../ui/field.tsx';
import css from './blocks.module.css';

type Words = Pick<Picture, 'alt' | 'decorative'>;

/** The words of a picture for those who cannot see it, or the mark that it needs none. */
export function PictureWords({ alt, decorative, onChange }: Words & { onChange(words: Partial<Words>): void }) {
  return (
    <>
      <TextField
        label="What does it show?"
        hint={decorative ? 'Screen readers pass over this picture.' : 'One sentence for colleagues who cannot see it.'}
        value={decorative ? '' : alt}
        maxLength={500}
        disabled={decorative}
        onChange={(event) => onChange({ alt: event.target.value })}
      />
      <label className={css.check}>
        <input type="checkbox" checked={decorative} onChange={(event) => onChange({ decorative: event.target.checked })} />
        Only decoration
      </label>
    </>
  );
}
