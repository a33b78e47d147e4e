import { useRef, useState } from 'react';
import type { Area } from '../../../shared/model/edit/list.ts';
import { areaBetween, areaInWords, middleArea, movedArea, resizedArea } from '../../ui/area/area.ts';
import { AreaFrame, AreaSurface, type Point } from '../../ui/area/area-surface.tsx';
import css from './area.module.css';

interface AreaChooserProps {
  area: Area | null;
  onArea(area: Area): void;
}

/** Lies over the picture of the screen: a rectangle is drawn with the pointer, or moved by arrows and sized with Shift. */
export function AreaChooser({ area, onArea }: AreaChooserProps) {
  const from = useRef<Point | null>(null);
  const [drawn, setDrawn] = useState<Area | null>(null);
  const shown = drawn ?? area;
  const end = () => {
    from.current = null;
    setDrawn(null);
  };
  return (
    <AreaSurface
      label="Area to record"
      said={shown ? areaInWords(shown, 'screen') : 'The whole screen'}
      moves="the area"
      pointer="crosshair"
      onStep={(dx, dy, sizes) => onArea((sizes ? resizedArea : movedArea)(area ?? middleArea, dx, dy))}
      onPress={(point) => {
        from.current = point;
      }}
      onDrag={(point) => {
        if (from.current) setDrawn(areaBetween(from.current, point));
      }}
      onRelease={(point) => {
        const found = from.current && areaBetween(from.current, point);
        end();
        if (found) onArea(found);
      }}
      onCancel={end}
    >
      {shown ? <AreaFrame area={shown} /> : <p className={css.invite}>Draw a rectangle around what is to be recorded.</p>}
    </AreaSurface>
  );
}
