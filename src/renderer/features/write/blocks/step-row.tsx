import { Clapperboard } from 'lucide-react';
import { useState } from 'react';
import type { Step } from '../../../../shared/model/blocks/steps.ts';
import type { VideoBlock } from '../../../../shared/model/blocks/video.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import css from './blocks.module.css';
import { MomentDialog } from './moment-dialog.tsx';
import { MomentView } from './moment-view.tsx';
import { PictureSlot } from './picture-slot.tsx';
import { movedByKeys, RowTools } from './row-tools.tsx';
import { showing } from './steps-edit.ts';

interface StepRowProps {
  step: Step;
  number: number;
  count: number;
  videos: readonly VideoBlock[];
  onChange(step: Step): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One step: what it is called, what to do, and what is to be seen. */
export function StepRow({ step, number, count, videos, onChange, onMove, onRemove }: StepRowProps) {
  const [choosing, setChoosing] = useState(false);
  const { shows } = step;
  const name = `step ${number}`;
  return (
    <li className={css.row} data-row={step.id} onKeyDown={(event) => void movedByKeys(event, onMove)}>
      <div className={css.rowHead}>
        <b>Step {number}</b>
        <RowTools name={name} first={number === 1} last={number === count} onMove={onMove} onRemove={onRemove} />
      </div>
      <TextField
        label={`What is done in ${name}`}
        value={step.heading}
        maxLength={120}
        onChange={(event) => onChange({ ...step, heading: event.target.value })}
      />
      <TextArea
        label={`How ${name} is done`}
        rows={2}
        maxLength={2000}
        value={step.text}
        onChange={(event) => onChange({ ...step, text: event.target.value })}
      />
      {shows?.as === 'moment' ? (
        <MomentView
          moment={shows}
          videos={videos}
          of={name}
          onChoose={() => setChoosing(true)}
          onRemove={() => onChange(showing(step, undefined))}
        />
      ) : (
        <div className={css.tools}>
          <PictureSlot
            picture={shows}
            of={name}
            onPicture={(picture) => onChange(showing(step, picture && { ...picture, as: 'picture' }))}
          />
          {!shows && (
            <Button icon={Clapperboard} onClick={() => setChoosing(true)} aria-label={`Moment of the video for ${name}`}>
              Moment of the video
            </Button>
          )}
        </div>
      )}
      {choosing && (
        <MomentDialog
          videos={videos}
          moment={shows?.as === 'moment' ? shows : null}
          onOpenChange={setChoosing}
          onMoment={(moment) => onChange(showing(step, moment))}
        />
      )}
    </li>
  );
}
