import { Clapperboard, Trash2 } from 'lucide-react';
import type { Moment } from '../../../../shared/model/blocks/steps.ts';
import type { VideoBlock } from '../../../../shared/model/blocks/video.ts';
import { whereShown } from '../../../../shared/model/moments.ts';
import { Button } from '../../../ui/button.tsx';
import { clock } from '../../../ui/format.ts';
import css from './blocks.module.css';

const lost = {
  gone: 'The video of this moment is no longer in the module. Choose another moment, or take it away.',
  outside: 'The video no longer shows this moment: it lies outside its part. Choose another moment, or take it away.',
};

interface MomentViewProps {
  moment: Moment;
  videos: readonly VideoBlock[];
  of: string;
  onChoose(): void;
  onRemove(): void;
}

/** The moment of a step, and whether its video still shows it. */
export function MomentView({ moment, videos, of, onChoose, onRemove }: MomentViewProps) {
  const { still } = moment;
  const shown = whereShown(videos, moment);
  return (
    <div className={css.slot}>
      <img className="sh-picture" src={`/media/${still.media}`} alt="" width={still.width} height={still.height} />
      {shown === 'gone' || shown === 'outside' ? (
        <p className={css.lost}>{lost[shown]}</p>
      ) : (
        <p className={css.text}>
          {clock(shown.place)} of “{shown.video.attrs.title || 'the video'}”
        </p>
      )}
      <div className={css.tools}>
        <Button icon={Clapperboard} onClick={onChoose} aria-label={`Other moment for ${of}`}>
          Other moment
        </Button>
        <Button variant="plain" icon={Trash2} onClick={onRemove} aria-label={`Take it away: the moment of ${of}`}>
          Take it away
        </Button>
      </div>
    </div>
  );
}
