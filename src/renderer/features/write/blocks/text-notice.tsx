import { useQuery } from '@tanstack/react-query';
import type { VideoBlock } from '../../../../shared/model/blocks/video.ts';
import { orpc } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import css from './blocks.module.css';

type Text = Pick<VideoBlock['attrs'], 'captions' | 'chapters'>;

interface Props extends Text {
  media: string;
  onTake: (text: Text) => void;
}

/** Whether a video has captions, and whether they were changed in the cutting room since they were put in here. */
export function TextNotice({ media, captions, chapters, onTake }: Props) {
  const { data } = useQuery(orpc.captions.ofVideo.queryOptions({ input: { video: media } }));
  const newer = data && (data.captions?.media !== captions?.media || (data.chapters ?? undefined) !== chapters);
  const has = data && (data.captions !== null || data.chapters !== null);
  const words = captions ? 'With captions.' : 'Without captions: make them in the cutting room, under Captions.';
  return (
    <p className={css.text}>
      {newer && has ? 'Captions or chapters were changed in the cutting room.' : words}
      {newer && has && (
        <Button onClick={() => onTake({ captions: data.captions ?? undefined, chapters: data.chapters ?? undefined })}>
          Take them over
        </Button>
      )}
    </p>
  );
}
