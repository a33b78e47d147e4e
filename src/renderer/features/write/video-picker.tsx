import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VideoBlock } from '../../../shared/model/blocks/video.ts';
import { videoSizeAttributes } from '../../../shared/model/video-sizes.ts';
import { videoTextAttributes } from '../../../shared/model/video-text.ts';
import { client, orpc } from '../../api/client.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { clock } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './desk.module.css';

interface VideoPickerProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  onChosen(video: Omit<VideoBlock['attrs'], 'id'>): void;
}

/** The finished edits of this studio, to choose one for the module. */
export function VideoPicker({ open, onOpenChange, onChosen }: VideoPickerProps) {
  const [refused, setRefused] = useState<unknown>(null);
  const { data, error } = useQuery({ ...orpc.edits.list.queryOptions(), enabled: open });
  const finished = data?.flatMap(({ id, title, rendition }) => (rendition ? [{ id, title: title.slice(0, 120), rendition }] : [])) ?? [];
  const choose = async (chosen: Omit<VideoBlock['attrs'], 'id'>) => {
    setRefused(null);
    try {
      onChosen({ ...chosen, ...videoTextAttributes(await client.captions.ofVideo({ video: chosen.media })) });
    } catch (cause) {
      setRefused(cause);
    }
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Choose a video" wide>
      <FaultNotice error={error ?? refused} />
      {data && finished.length === 0 && (
        <Empty title="No video is finished yet" action={<ButtonLink to="/record">Record one</ButtonLink>}>
          Record or import a take, cut it, and choose Finish. Then it can be put in here.
        </Empty>
      )}
      <ul className={css.videos}>
        {finished.map(({ id, title, rendition: { video, poster, duration, width, height, smaller } }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => void choose({ media: video, poster, title, duration, width, height, ...videoSizeAttributes(smaller) })}
            >
              <img src={`/media/${poster}`} alt="" />
              <span>{title}</span>
              <span>{clock(duration)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
