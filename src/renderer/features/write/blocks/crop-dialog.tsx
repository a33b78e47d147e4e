import { Undo2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Picture } from '../../../../shared/model/blocks/picture.ts';
import type { Area } from '../../../../shared/model/edit/list.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import css from './crop.module.css';
import { asKept, inShares, shaped, shapes, whole } from './crop.ts';
import { CropFrame } from './crop-frame.tsx';

interface CropDialogProps {
  picture: Picture;
  onOpenChange(open: boolean): void;
  onCrop(crop: Area | undefined): void;
}

/** Chooses what of a picture is seen. The file stays as it is, so all of it can be shown again. */
export function CropDialog({ picture, onOpenChange, onCrop }: CropDialogProps) {
  const [area, setArea] = useState<Area>(picture.crop ?? whole);
  const [shape, setShape] = useState(shapes[0]);
  const [past, setPast] = useState<Area[]>([]);
  const ratio = inShares(shape?.ratio ?? null, picture);
  const remember = () => setPast((before) => [...before, area]);
  const undo = () => {
    // A press that moved nothing left the same area behind.
    const last = past.findLastIndex((before) => before !== area);
    setArea(past[last] ?? area);
    setPast(past.slice(0, Math.max(0, last)));
  };
  // The page behind has an undo of its own, and keys reach it through React.
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    undo();
  };
  const use = (crop: Area | undefined) => {
    onCrop(crop);
    onOpenChange(false);
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title="Crop the picture"
      description="Colleagues see what lies inside the frame. The rest stays in the file and travels along: what is private has to be covered before the picture comes in here."
      wide
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens for undo, whichever control has the focus. */}
      <div className={css.dialog} onKeyDown={press}>
        <fieldset className={css.shapes}>
          <legend className="visually-hidden">Shape</legend>
          {shapes.map((one) => (
            <Button
              key={one.name}
              aria-pressed={one === shape}
              onClick={() => {
                setShape(one);
                remember();
                setArea(shaped(area, inShares(one.ratio, picture)));
              }}
            >
              {one.name}
            </Button>
          ))}
        </fieldset>
        <div className={css.stage}>
          <div className={css.picture}>
            <img src={`/media/${picture.media}`} alt="" width={picture.width} height={picture.height} />
            <CropFrame area={area} ratio={ratio} onBegin={remember} onArea={setArea} />
          </div>
        </div>
        <div className={css.actions}>
          <Button icon={Undo2} disabled={past.length === 0} onClick={undo}>
            Undo
          </Button>
          <Button onClick={() => use(undefined)}>Show the whole picture</Button>
          <Button variant="primary" onClick={() => use(asKept(area))}>
            Show this part
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
