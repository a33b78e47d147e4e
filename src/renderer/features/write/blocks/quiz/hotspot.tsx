import { Image, Plus } from 'lucide-react';
import type { UploadedPicture } from '../../../../../shared/contract/modules.ts';
import type { HotspotQuiz, Region } from '../../../../../shared/model/quiz/model.ts';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/field.tsx';
import { FileButton } from '../../../../ui/file-button.tsx';
import { uploadPicture } from '../../upload-picture.ts';
import { changePart, most, newRegion, removePart } from './edit.ts';
import { PartRow } from './part-row.tsx';
import css from './quiz.module.css';
import { type Box, fitted } from './regions.ts';
import { Stage } from './stage.tsx';

interface HotspotProps {
  quiz: HotspotQuiz;
  change(quiz: HotspotQuiz): void;
}

const figures: Record<keyof Box, string> = { x: 'from the left', y: 'from the top', width: 'wide', height: 'high' };

/** Where a place lies, in hundredths of the picture. */
function Figures({ region, name, onChanged }: { region: Region; name: string; onChanged(box: Box): void }) {
  return (
    <div className={css.figures}>
      {(Object.keys(figures) as (keyof Box)[]).map((side) => (
        <label key={side}>
          <input
            type="number"
            min={0}
            max={100}
            step={1}
            value={Math.round(region[side] * 100)}
            aria-label={`${name}, ${figures[side]}, in percent`}
            onChange={({ target: { valueAsNumber } }) => {
              if (!Number.isNaN(valueAsNumber)) onChanged(fitted({ ...region, [side]: valueAsNumber / 100 }));
            }}
          />
          % {figures[side]}
        </label>
      ))}
    </div>
  );
}

/** A new picture in the place of an old one keeps the places. */
const withPicture = (quiz: HotspotQuiz, { hash, width, height }: UploadedPicture): HotspotQuiz => ({
  ...quiz,
  picture: { media: hash, alt: quiz.picture?.alt ?? '', width, height },
});

/** A picture, the places in it, and which of them are right. */
export function Hotspot({ quiz, change }: HotspotProps) {
  const { picture, regions } = quiz;
  const set = (next: Region[]) => change({ ...quiz, regions: next });
  const add = (over?: Box) => regions.length < most.regions && set([...regions, newRegion(regions.length, over)]);
  const move = (id: string, box: Box) => set(changePart(regions, id, box));
  return (
    <>
      {picture && (
        <>
          <p className={css.hint}>Draw a frame around each place one could point at, then mark what is right.</p>
          <Stage picture={picture} regions={regions} onDrawn={add} onChanged={move} />
          <TextField
            label="What does the picture show?"
            hint="One sentence for colleagues who cannot see it. They choose from the names of the places."
            value={picture.alt}
            maxLength={500}
            onChange={(event) => change({ ...quiz, picture: { ...picture, alt: event.target.value } })}
          />
        </>
      )}
      <FileButton icon={Image} field="Picture to point at" take={uploadPicture} onTaken={(taken) => change(withPicture(quiz, taken))}>
        {picture ? 'Choose another picture' : 'Choose a picture'}
      </FileButton>
      <ul className={css.parts} aria-label="Places; mark what is right">
        {regions.map((region, index) => (
          <PartRow
            key={region.id}
            name={`place ${index + 1}`}
            note={region.feedback}
            asks={['What to say when it is chosen', `What to say to who chooses place ${index + 1}`]}
            onNote={(note) => set(changePart(regions, region.id, { feedback: note }))}
            onRemove={() => set(removePart(regions, region.id))}
            lead={
              <label className={css.right}>
                <input
                  type="checkbox"
                  checked={region.correct}
                  aria-label={`Place ${index + 1} is right`}
                  onChange={(event) => set(changePart(regions, region.id, { correct: event.target.checked }))}
                />
              </label>
            }
          >
            <input
              className={css.answer}
              value={region.label}
              maxLength={120}
              placeholder={`Name of place ${index + 1}`}
              aria-label={`Name of place ${index + 1}`}
              onChange={(event) => set(changePart(regions, region.id, { label: event.target.value }))}
            />
            {picture && <Figures region={region} name={`Place ${index + 1}`} onChanged={(box) => move(region.id, box)} />}
          </PartRow>
        ))}
      </ul>
      {picture && (
        <Button variant="plain" icon={Plus} disabled={regions.length >= most.regions} onClick={() => add()}>
          Add a place
        </Button>
      )}
    </>
  );
}
