import { useQuery } from '@tanstack/react-query';
import type { VideoBlock } from '../../../../shared/model/blocks/video.ts';
import { namesOfSizes, videoSizeAttributes } from '../../../../shared/model/video-sizes.ts';
import { orpc } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import css from './blocks.module.css';

type Sizes = VideoBlock['attrs']['sizes'];

interface Props {
  media: string;
  sizes: Sizes;
  onTake: (sizes: Sizes) => void;
}

const filesOf = (sizes: Sizes = []): string => sizes.map(({ media }) => media).join();

/** In which smaller sizes a video is offered, and whether it was finished in others since it was put in here. */
export function SizesNotice({ media, sizes, onTake }: Props) {
  const { data } = useQuery(orpc.edits.sizes.queryOptions({ input: { video: media } }));
  const made = data ? videoSizeAttributes(data).sizes : sizes;
  if (filesOf(made) === filesOf(sizes))
    return sizes ? <p className={css.text}>Also in {namesOfSizes(sizes)}, for slow connections.</p> : null;
  return (
    <p className={css.text}>
      {made ? `The video was finished in ${namesOfSizes(made)} too.` : 'The video was finished without smaller sizes since.'}
      <Button onClick={() => onTake(made)}>{made ? 'Offer them too' : 'Leave them out'}</Button>
    </p>
  );
}
