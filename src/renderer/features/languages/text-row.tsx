import { Check, Copy } from 'lucide-react';
import { type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import { bothTexts } from '../../../shared/model/difference/text.ts';
import { segmentsOf } from '../../../shared/model/translation/codes.ts';
import { languageName, spokenIn } from '../../../shared/model/translation/language.ts';
import type { TextStanding } from '../../../shared/model/translation/standing.ts';
import type { Unit } from '../../../shared/model/translation/wording.ts';
import { labelOfUnit, problemSentences } from '../../../shared/model/translation/words.ts';
import { Button } from '../../ui/button.tsx';
import { Codes } from './codes.tsx';
import css from './languages.module.css';
import type { Translating } from './use-translating.ts';

interface RowProps {
  standing: TextStanding;
  /** The language of the lesson. */
  source: string;
  language: string;
  /** The part it stands in, for whoever hears the field by itself. */
  group: string;
  write: Translating['write'];
  goOn(from: HTMLElement): void;
}

/** The source with its marks as the numbers that stand for them. */
function SourceText({ unit, language }: { unit: Unit; language: string }) {
  const segments = segmentsOf(unit.text) ?? [{ text: unit.text, in: null }];
  return (
    <p className={css.source} {...spokenIn(language)}>
      {segments.map((segment, index) => {
        // Segments of one text never change places among themselves.
        const key = `${index}`;
        if ('thing' in segment) return <mark key={key}>&lt;{segment.thing}/&gt;</mark>;
        if (segment.in === null) return <span key={key}>{segment.text}</span>;
        return (
          <span key={key}>
            <mark>&lt;{segment.in}&gt;</mark>
            {segment.text}
            <mark>&lt;/{segment.in}&gt;</mark>
          </span>
        );
      })}
    </p>
  );
}

/** How the source changed since the text was written. */
function Since({ was, now, language }: { was: string; now: string; language: string }) {
  return (
    <p className={css.since}>
      <span>Changed since: </span>
      <span {...spokenIn(language)}>
        {bothTexts(was, now, language).map(({ side, text }, index) => {
          const key = `${index} ${side}`;
          if (side === 'in') return <ins key={key}>{text}</ins>;
          if (side === 'out') return <del key={key}>{text}</del>;
          return <span key={key}>{text}</span>;
        })}
      </span>
    </p>
  );
}

const states = { current: '', outdated: 'Outdated', missing: 'Not written yet', broken: 'Not fit to be shown' } as const;

/** One text beside its source. */
function Row({ standing, source, language, group, write: put, goOn }: RowProps) {
  const { unit, is, text, problem } = standing;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // What changed stays to be seen while one writes, although the first letter makes the text current.
  const [kept, setKept] = useState<string | null>(null);
  const was = standing.was ?? kept;
  const label = labelOfUnit(unit.key);
  const write = (words: string) =>
    put(language, { block: standing.block, key: unit.key }, words === '' ? null : { from: unit.text, text: words });
  const accept = () => write(text);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      if (is === 'outdated') accept();
      goOn(event.currentTarget);
    } else if (!unit.lines) event.preventDefault();
  };
  return (
    <div className={`${css.row} ${css[is]}`}>
      <div>
        <p className={css.label}>{label}</p>
        <SourceText unit={unit} language={source} />
        {was !== null && was !== unit.text && <Since was={was} now={unit.text} language={source} />}
      </div>
      <div>
        <label htmlFor={id} className={css.label}>
          <span className="visually-hidden">
            {label}, {group}, in {languageName(language, 'en')}
          </span>
          <span id={`${id}-state`} className={css.state}>
            {states[is]}
          </span>
        </label>
        <textarea
          id={id}
          ref={field}
          rows={1}
          className={css.field}
          data-standing={is}
          {...spokenIn(language)}
          value={text}
          spellCheck
          aria-describedby={`${id}-state ${id}-problem`}
          aria-invalid={is === 'broken' || undefined}
          onFocus={() => setKept(standing.was)}
          onBlur={() => setKept(null)}
          onChange={({ target }) => write(unit.lines ? target.value : target.value.replaceAll('\n', ' '))}
          onKeyDown={press}
        />
        <p id={`${id}-problem`} className={css.problem}>
          {problem && problemSentences[problem]}
        </p>
        <div className={css.acts}>
          <Codes codes={unit.codes} text={text} field={field} write={write} />
          {is === 'outdated' && (
            <Button
              variant="plain"
              icon={Check}
              onClick={() => {
                accept();
                field.current?.focus();
              }}
            >
              It is still right
            </Button>
          )}
          {is === 'missing' && (
            <Button
              variant="plain"
              icon={Copy}
              onClick={() => {
                write(unit.text);
                field.current?.focus();
              }}
            >
              Begin with the source
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

const seen = ({ is, text, was, problem, unit }: TextStanding): string => JSON.stringify([is, text, was, problem, unit]);

/** Drawn anew only where something of it is another: a module has hundreds. */
export const TextRow = memo(
  Row,
  (before, after) =>
    seen(before.standing) === seen(after.standing) &&
    before.source === after.source &&
    before.language === after.language &&
    before.group === after.group &&
    before.write === after.write,
);
