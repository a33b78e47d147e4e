/** @jsxImportSource hono/jsx */
import type { ModuleContent } from '../../shared/model/module.ts';
import { mediaPath, modulePath } from '../addresses.ts';
import type { PublishedModule } from '../library/published.ts';
import type { Colleague } from '../people/colleagues.ts';
import { Byline } from './face.tsx';
import { Ago } from './time.tsx';

/** The first picture a module has to show, or null. */
export function posterOf(content: ModuleContent): string | null {
  for (const block of content.body.content) {
    if (block.type === 'video' && block.attrs.poster) return block.attrs.poster;
    if (block.type === 'image') return block.attrs.media;
  }
  return null;
}

export const minutesText = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`);

interface ModuleCardProps {
  module: PublishedModule;
  /** Left out on the author's own page. */
  author?: Colleague | undefined;
}

export const ModuleCard = ({ module, author }: ModuleCardProps) => {
  const poster = posterOf(module.content);
  return (
    <li class="module-card">
      {author && <Byline person={author} size="small-face" />}
      <div class="poster">
        {poster ? <img src={mediaPath(poster)} alt="" loading="lazy" /> : <p class="poster-text">{module.content.objective}</p>}
        <span class="minutes">{minutesText(module.minutes)}</span>
      </div>
      <h3>
        <a href={modulePath(module.id)}>{module.content.title}</a>
      </h3>
      <p class="when">
        <Ago at={module.publishedAt} />
      </p>
    </li>
  );
};
