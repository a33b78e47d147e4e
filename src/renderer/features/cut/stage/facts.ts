import type { SourceFacts } from '../../../../shared/model/scene/layout.ts';
import type { Take, Track } from '../../../../shared/model/take.ts';
import { playing } from '../tracks.ts';

const size = ({ width = 1920, height = 1080 }: Track) => ({ width, height });

/** What a scene must know of takes; those without a picture show nothing. */
export function takeFacts(takes: Iterable<Take>): Record<string, SourceFacts> {
  const facts: Record<string, SourceFacts> = {};
  for (const take of takes) {
    const { picture, camera } = playing(take);
    if (!picture) continue;
    const face = camera && { ...size(camera), from: camera.offset, to: camera.offset + camera.duration };
    facts[take.id] = { duration: take.duration, picture: size(picture), camera: face };
  }
  return facts;
}
