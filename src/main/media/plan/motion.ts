import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Size } from '../../../shared/model/scene/canvas.ts';
import { sceneOf } from '../../../shared/model/scene/scene.ts';
import { factsOf, type Source, type Sources } from './sources.ts';

/** How a picture moves: by whole pixels, as screens do, or between pixels as well. An encoder has to search for it. */
export type Motion = 'whole' | 'fine';

/** Of the picture: a face within it may move as it likes. */
const smallShare = 0.25;

const isScreen = (source: Source | undefined): boolean => source?.recorded === true && source.picture.kind === 'screen';

/** Pure: how the picture of an edit list moves. What comes from elsewhere may be a film. */
export function motionOf(edit: EditList, sources: Sources): Motion {
  if (edit.zooms.length > 0 || !edit.clips.every(({ source }) => isScreen(sources[source]))) return 'fine';
  const { canvas, stretches } = sceneOf(edit, factsOf(sources));
  const isSmall = ({ width, height }: Size): boolean => width * height <= smallShare * canvas.width * canvas.height;
  const faces = stretches.flatMap(({ layers }) => layers).filter(({ track }) => track === 'camera');
  return faces.every(({ box }) => isSmall(box)) ? 'whole' : 'fine';
}
