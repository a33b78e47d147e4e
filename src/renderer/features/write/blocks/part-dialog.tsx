import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Stretch, shownStretch, type VideoBlock } from '../../../../shared/model/blocks/video.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultNotice } from '../../../ui/notice.tsx';
import { MomentSlider, tenths } from './moment-slider.tsx';
import css from './moments.module.css';
import { asPart, chaptersOf, moved } from './part.ts';

interface PartDialogProps {
  video: Omit<VideoBlock['attrs'], 'id'>;
  onOpenChange(open: boolean): void;
  onPart(part: Stretch | undefined): void;
}

const ends = [
  ['from', 'From', 'Begin where the video is'],
  ['to', 'To', 'End where the video is'],
] as const;

/** Chooses what of a video is shown: one of its chapters, or from a moment to another, each seen as it is chosen. */
export function PartDialog({ video, onOpenChange, onPart }: PartDialogProps) {
  const { media, duration, chapters: file } = video;
  const [part, setPart] = useState<Stretch>(shownStretch(video));
  // An address that changed would load the video anew.
  const [opened] = useState(part.from);
  const screen = useRef<HTMLVideoElement>(null);
  const chapters = useQuery({ queryKey: ['chapters', file ?? ''], queryFn: () => chaptersOf(video) });
  const show = (at: number) => {
    if (!screen.current) return;
    screen.current.pause();
    screen.current.currentTime = at;
  };
  const choose = (end: keyof Stretch, to: number) => {
    const next = moved(part, end, to, duration);
    setPart(next);
    show(next[end]);
  };
  const use = (chosen: Stretch | undefined) => {
    onPart(chosen);
    onOpenChange(false);
  };
  return (
    <Dialog open onOpenChange={onOpenChange} title="Show a part of the video" wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the page behind has keys of its own, and keys reach it through React. */}
      <div className={css.dialog} onKeyDown={(event) => event.stopPropagation()}>
        <FaultNotice error={chapters.error} />
        {/* biome-ignore lint/a11y/useMediaCaption: a picture to choose a moment by; captions stand in the module. */}
        <video ref={screen} className={css.video} src={`/media/${media}#t=${opened}`} controls preload="auto" aria-label="The video" />
        {chapters.data && chapters.data.length > 0 && (
          <ul className={css.chapters} aria-label="Chapters">
            {chapters.data.map(({ from, to, text }) => (
              <li key={from}>
                <Button
                  aria-pressed={Math.abs(part.from - from) < 0.05 && Math.abs(part.to - to) < 0.05}
                  onClick={() => {
                    setPart({ from, to });
                    show(from);
                  }}
                >
                  {tenths(from)} {text}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {ends.map(([end, name, here]) => (
          <div key={end} className={css.here}>
            <MomentSlider label={name} value={part[end]} min={0} max={duration} onMoment={(at) => choose(end, at)} />
            <IconButton label={here} icon={MapPin} onClick={() => setPart(moved(part, end, screen.current?.currentTime ?? 0, duration))} />
          </div>
        ))}
        <div className={css.actions}>
          <span>
            {tenths(part.to - part.from)} of {tenths(duration)}
          </span>
          <Button onClick={() => use(undefined)}>Show all of it</Button>
          <Button variant="primary" onClick={() => use(asPart(part, duration))}>
            Show this part
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
