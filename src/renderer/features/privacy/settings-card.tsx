import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PrivacySettings } from '../../../shared/contract/privacy.ts';
import { client, orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import css from './privacy.module.css';

const languageName = (code: string): string =>
  new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' }).of(code.split('_')[0] ?? code) ?? code;
const countryName = (code: string): string => new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' }).of(code) ?? code;

/** Countries whose numbering plan is known, by their names. */
const countries = [
  'AT',
  'AU',
  'BE',
  'BR',
  'CA',
  'CH',
  'CN',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HU',
  'IE',
  'IN',
  'IT',
  'JP',
  'LU',
  'MX',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'RO',
  'SE',
  'SG',
  'SK',
  'TR',
  'US',
  'ZA',
];

interface CardProps {
  onUnsaved(unsaved: boolean): void;
}

interface FormProps extends CardProps {
  settings: PrivacySettings;
  languages: readonly string[];
}

/** Each once, without those too short to be told from anything. */
const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word.length > 1),
  ),
];

function Form({ settings, languages, onUnsaved }: FormProps) {
  const queries = useQueryClient();
  const toast = useToast();
  const [words, setWords] = useState(settings.words.join('\n'));
  const [country, setCountry] = useState(settings.country);
  const [language, setLanguage] = useState(settings.language);
  const changed = wordsIn(words).join('\n') !== settings.words.join('\n') || country !== settings.country || language !== settings.language;
  useUnsaved(changed, onUnsaved);
  const save = useMutation({
    mutationFn: () =>
      client.privacy.saveSettings({
        words: wordsIn(words),
        country,
        language,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: orpc.privacy.key() });
      toast('Saved. What was searched before is searched again with it when you ask for it.');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const known = countries.includes(country) ? countries : [country, ...countries];
  return (
    <form className={css.fields} onSubmit={submit}>
      <h2>Privacy</h2>
      <TextArea
        label="Your own words"
        hint="One a line, such as customers’ names. The search in the cutting room finds them in the pictures."
        rows={4}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={css.pair}>
        <Field label="Language of the pictures" hint={languages.length === 1 ? 'Others can be installed: see the guide.' : undefined}>
          {(wiring) => (
            <select {...wiring} className={css.select} value={language} onChange={(event) => setLanguage(event.target.value)}>
              {languages.map((code) => (
                <option key={code} value={code}>
                  {languageName(code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Telephone numbers of">
          {(wiring) => (
            <select {...wiring} className={css.select} value={country} onChange={(event) => setCountry(event.target.value)}>
              {known.map((code) => (
                <option key={code} value={code}>
                  {countryName(code)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <FaultNotice error={save.error} />
      <div>
        <Button type="submit" busy={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

/** What the privacy search looks for beside what everyone keeps private. */
export function PrivacySettingsForm({ onUnsaved }: CardProps) {
  const { data, error } = useQuery({ ...orpc.privacy.settings.queryOptions(), refetchOnWindowFocus: false });
  if (!data) return <FaultNotice error={error} />;
  const { languages, ...settings } = data;
  const offered = languages.includes(settings.language) ? languages : [settings.language, ...languages];
  return <Form settings={settings} languages={offered} onUnsaved={onUnsaved} />;
}
