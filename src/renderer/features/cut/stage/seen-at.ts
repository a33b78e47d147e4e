import type { Scene } from '../../../../shared/model/scene/scene.ts';
import { type Now, sceneAt } from '../../../../shared/model/scene/scene-at.ts';
import { frameRate } from '../../../../shared/model/scene/spans.ts';

/**
 * What of a scene is seen at a moment of the output, in seconds, while a take is shown. Scenes count whole frames: they
 * turn to the next take up to half a frame sooner or later than clips do, and there the take that is shown decides.
 */
export function seenAt(scene: Scene, time: number, source: string | undefined): Now | null {
  const frame = time * frameRate + 1e-4;
  const now = sceneAt(scene, frame);
  if (now === null || source === undefined || now.stretch.source === source) return now;
  const beside = [frame + 0.5, frame - 0.5].map((each) => sceneAt(scene, each));
  return beside.find((each) => each?.stretch.source === source) ?? now;
}
