import { Plus } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { maxLanguages } from '../../../shared/model/translation/translations.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import css from './languages.module.css';
import { offeredLanguages } from './offered.ts';
import { hasLanguage, tagOf } from './wanted.ts';

const other = 'other';

/** Begins a language: one of the list, or any by its tag. */
export function AddLanguage({ content, add }: { content: ModuleContent; add(language: string): void }) {
  const { translations = {} } = content;
  const offered = offeredLanguages.filter(({ tag }) => !hasLanguage(content, tag));
  const [chosen, setChosen] = useState('');
  const [tag, setTag] = useState('');
  const [error, setError] = useState<string>();
  if (Object.keys(translations).length >= maxLanguages) return null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (chosen === '' || (chosen === other && tag.trim() === '')) return;
    const wanted = chosen === other ? tagOf(tag) : chosen;
    if (wanted === null) return setError('A tag is like nl, pt-BR or zh-Hant.');
    if (hasLanguage(content, wanted)) return setError('The lesson has this language already.');
    setError(undefined);
    setChosen('');
    setTag('');
    add(wanted);
  };
  return (
    <form className={css.add} onSubmit={submit}>
      <Field label="Another language">
        {(wiring) => (
          <select {...wiring} className={css.select} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">Choose</option>
            {offered.map((one) => (
              <option key={one.tag} value={one.tag}>
                {one.name}
              </option>
            ))}
            <option value={other}>One that is not here…</option>
          </select>
        )}
      </Field>
      {chosen === other && (
        <TextField label="Its tag" value={tag} maxLength={35} error={error} onChange={(event) => setTag(event.target.value)} />
      )}
      <Button type="submit" icon={Plus} disabled={chosen === '' || (chosen === other && tag.trim() === '')}>
        Add the language
      </Button>
    </form>
  );
}
