/** @jsxImportSource hono/jsx */

import { wordsIn } from '../../player/words/index.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import { spokenIn } from '../../shared/model/translation/language.ts';
import { mediaPath, modulePath } from '../addresses.ts';
import { headFor } from '../language/head.ts';
import { useSpeech } from '../language/speech.ts';
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

interface ModuleCardProps {
  module: PublishedModule;
  /** Left out on the author's own page. */
  author?: Colleague | undefined;
}

export const ModuleCard = ({ module, author }: ModuleCardProps) => {
  const { language } = useSpeech();
  const poster = posterOf(module.content);
  const { title, objective } = headFor(module.content, language);
  return (
    <li class="module-card">
      {author && <Byline person={author} size="small-face" />}
      <div class="poster">
        {poster ? (
          <img src={mediaPath(poster)} alt="" loading="lazy" />
        ) : (
          <p class="poster-text" {...spokenIn(objective.language)}>
            {objective.words}
          </p>
        )}
        <span class="minutes">{wordsIn(language).minutes(module.minutes)}</span>
      </div>
      <h3 {...spokenIn(title.language)}>
        <a href={modulePath(module.id)}>{title.words}</a>
      </h3>
      <p class="when">
        <Ago at={module.publishedAt} />
      </p>
    </li>
  );
};
