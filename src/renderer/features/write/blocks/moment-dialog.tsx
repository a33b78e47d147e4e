import { useRef, useState } from 'react';
import type { Moment } from '../../../../shared/model/blocks/steps.ts';
import { shownStretch, type VideoBlock } from '../../../../shared/model/blocks/video.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultNotice } from '../../../ui/notice.tsx';
import { MomentSlider } from './moment-slider.tsx';
import css from './moments.module.css';
import { keepStill } from './still.ts';

interface MomentDialogProps {
  videos: readonly VideoBlock[];
  moment: Moment | null;
  onOpenChange(open: boolean): void;
  onMoment(moment: Moment): void;
}

/** Chooses a moment of one of the module's videos, by the picture that is there. */
export function MomentDialog({ videos, moment, onOpenChange, onMoment }: MomentDialogProps) {
  const [chosen, setChosen] = useState(videos.find(({ attrs }) => attrs.id === moment?.video) ?? videos[0]);
  return (
    <Dialog open onOpenChange={onOpenChange} title="Choose the moment" wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the page behind has keys of its own, and keys reach it through React. */}
      <div className={css.dialog} onKeyDown={(event) => event.stopPropagation()}>
        {videos.length === 0 && <p>This module has no video yet. Add one, then choose its moments here.</p>}
        {videos.length > 1 && (
          <ul className={css.chapters} aria-label="Videos">
            {videos.map((video, index) => (
              <li key={video.attrs.id}>
                <Button aria-pressed={video === chosen} onClick={() => setChosen(video)}>
                  {video.attrs.title || `Video ${index + 1}`}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {chosen && (
          <Scrubber
            key={chosen.attrs.id}
            video={chosen.attrs}
            start={moment?.video === chosen.attrs.id ? moment.at : null}
            onMoment={(found) => {
              onMoment(found);
              onOpenChange(false);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ScrubberProps {
  video: VideoBlock['attrs'];
  start: number | null;
  onMoment(moment: Moment): void;
}

function Scrubber({ video, start, onMoment }: ScrubberProps) {
  const { from, to } = shownStretch(video);
  const [opened] = useState(Math.min(Math.max(start ?? from, from), to));
  const [at, setAt] = useState(opened);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const screen = useRef<HTMLVideoElement>(null);
  const show = (next: number) => {
    setAt(next);
    if (screen.current) screen.current.currentTime = next;
  };
  const use = async () => {
    if (!screen.current) return;
    screen.current.pause();
    setBusy(true);
    setError(null);
    try {
      onMoment({ as: 'moment', video: video.id, at, still: await keepStill(screen.current) });
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <>
      <video
        ref={screen}
        className={css.video}
        src={`/media/${video.media}#t=${opened}`}
        preload="auto"
        muted
        playsInline
        aria-label={video.title || 'The video'}
      />
      <MomentSlider label="Moment" value={at} min={from} max={to} onMoment={show} />
      <FaultNotice error={error} />
      <div className={css.actions}>
        <span>Arrow keys go by a tenth of a second, with Shift by a second.</span>
        <Button variant="primary" busy={busy} onClick={() => void use()}>
          Use this moment
        </Button>
      </div>
    </>
  );
}
