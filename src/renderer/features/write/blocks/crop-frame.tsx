import { useRef } from 'react';
import type { Area } from '../../../../shared/model/edit/list.ts';
import { areaInWords, movedArea } from '../../../ui/area/area.ts';
import { AreaFrame, AreaSurface, type Point } from '../../../ui/area/area-surface.tsx';
import css from './crop.module.css';
import { type Corner, corners, draggedTo, resizedBy } from './crop.ts';

interface CropFrameProps {
  area: Area;
  ratio: number | null;
  /** A change begins: what stood before can be brought back. */
  onBegin(): void;
  onArea(area: Area): void;
}

interface Grip {
  corner: Corner | null;
  from: Point;
  area: Area;
}

/** Lies over a picture: what will be seen is moved as a whole or by its corners, with the pointer or with arrows. */
export function CropFrame({ area, ratio, onBegin, onArea }: CropFrameProps) {
  const grip = useRef<Grip | null>(null);
  const release = () => {
    grip.current = null;
  };
  return (
    <AreaSurface
      label="What is shown"
      said={areaInWords(area, 'picture')}
      moves="it"
      pointer="move"
      onStep={(dx, dy, sizes) => {
        onBegin();
        onArea(sizes ? resizedBy(area, dx, dy, ratio) : movedArea(area, dx, dy));
      }}
      onPress={(from, target) => {
        const corner = corners.find((name) => target instanceof HTMLElement && target.dataset.corner === name) ?? null;
        grip.current = { corner, from, area };
        onBegin();
      }}
      onDrag={(to) => {
        if (!grip.current) return;
        const { corner, from, area: before } = grip.current;
        onArea(corner ? draggedTo(before, corner, to, ratio) : movedArea(before, to.x - from.x, to.y - from.y));
      }}
      onRelease={release}
      onCancel={release}
    >
      <AreaFrame area={area}>
        {corners.map((corner) => (
          <i key={corner} className={css.corner} data-corner={corner} />
        ))}
      </AreaFrame>
    </AreaSurface>
  );
}
