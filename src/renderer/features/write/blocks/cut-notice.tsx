import { useMutation, useQuery } from '@tanstack/react-query';
import type { NewCut } from '../../../../shared/model/blocks/new-cut.ts';
import type { VideoText } from '../../../../shared/model/video-text.ts';
import { client, orpc } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { clock } from '../../../ui/format.ts';
import { FaultNotice } from '../../../ui/notice.tsx';
import css from './blocks.module.css';

interface Props {
  media: string;
  onTake(cut: NewCut, text: VideoText): void;
}

/** Whether a video was cut and finished anew since it was put in here, and the way to show that in its place. */
export function CutNotice({ media, onTake }: Props) {
  const { data } = useQuery(orpc.edits.newer.queryOptions({ input: { video: media } }));
  const take = useMutation({
    mutationFn: async (cut: NewCut) => onTake(cut, await client.captions.ofVideo({ video: cut.rendition.video })),
  });
  if (!data) return null;
  return (
    <>
      <p className={css.text}>
        The video was cut and finished anew since: it is {clock(data.rendition.duration)} long now.
        <Button busy={take.isPending} onClick={() => take.mutate(data)}>
          Show the new cut
        </Button>
      </p>
      <FaultNotice error={take.error} />
    </>
  );
}
