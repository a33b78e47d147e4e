import type { ModuleContent } from '../../../shared/model/module.ts';
import { languageName } from '../../../shared/model/translation/language.ts';
import { Field } from '../../ui/field.tsx';
import css from './languages.module.css';
import { offeredLanguages } from './offered.ts';

/** The language the lesson itself is written in: what a screen reader reads it in, and what is shown where a language has no words. */
export function SourceLanguage({ content, onChange }: { content: ModuleContent; onChange(language: string): void }) {
  const { language, translations = {} } = content;
  const known = offeredLanguages.some(({ tag }) => tag === language);
  return (
    <Field label="The lesson is written in">
      {(wiring) => (
        <select {...wiring} className={css.select} value={language} onChange={(event) => onChange(event.target.value)}>
          {!known && <option value={language}>{languageName(language, 'en')}</option>}
          {offeredLanguages
            .filter(({ tag }) => !translations[tag])
            .map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
