import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { languageName } from '../../../shared/model/translation/language.ts';
import { progressOf, standingsIn } from '../../../shared/model/translation/standing.ts';
import { progressWords } from '../../../shared/model/translation/words.ts';
import { IconButton } from '../../ui/button.tsx';
import { KeptList } from '../../ui/kept-list.tsx';
import css from './languages.module.css';

interface ListProps {
  content: ModuleContent;
  chosen: string | null;
  choose(language: string): void;
  remove(language: string): void;
}

/** The languages a module has beside its own, and how far each is. Taking one out can be undone. */
export function LanguageList({ content, chosen, choose, remove }: ListProps) {
  const rows = useMemo(
    () =>
      Object.entries(content.translations ?? {})
        .map(([language, translation]) => ({
          language,
          name: languageName(language, 'en'),
          progress: progressOf(standingsIn(content, translation)),
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    [content],
  );
  if (rows.length === 0) return null;
  return (
    <KeptList className={css.list}>
      {rows.map(({ language, name, progress }) => (
        <li key={language}>
          <button type="button" className={css.language} aria-pressed={language === chosen} onClick={() => choose(language)}>
            <strong>{name}</strong>
            <span>{progressWords(progress)}</span>
            <span className={css.track} aria-hidden="true">
              <span style={{ transform: `scaleX(${progress.all === 0 ? 1 : progress.current / progress.all})` }} />
            </span>
            {progress.outdated > 0 && <span className={css.attention}>{progress.outdated} outdated</span>}
          </button>
          <IconButton label={`Take ${name} out`} icon={Trash2} onClick={() => remove(language)} />
        </li>
      ))}
    </KeptList>
  );
}
