import type { ModuleContent } from '../../../shared/model/module.ts';
import { addLanguage, removeLanguage, setText, type TextPlace, textAt } from '../../../shared/model/translation/change.ts';
import type { Translation, Wording } from '../../../shared/model/translation/translations.ts';

/** One thing an author does to the languages of a module, with what it takes to undo it. */
export type Step =
  | { is: 'text'; language: string; place: TextPlace; before: Wording | null; after: Wording | null; at: number }
  | { is: 'added'; language: string }
  | { is: 'removed'; language: string; translation: Translation }
  | { is: 'source'; before: string; after: string };

/** A rest between two keys that begins a new step of undo, in milliseconds. */
const rest = 1000;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A step more; typing on in one text is one step with what was typed before. */
export function withStep(steps: readonly Step[], step: Step): Step[] {
  const last = steps.at(-1);
  const goesOn =
    step.is === 'text' &&
    last?.is === 'text' &&
    last.language === step.language &&
    same(last.place, step.place) &&
    step.at - last.at < rest;
  return goesOn ? [...steps.slice(0, -1), { ...step, before: last.before }] : [...steps, step];
}

const withLanguage = (content: ModuleContent, language: string, translation: Translation): ModuleContent => ({
  ...content,
  translations: { ...content.translations, [language]: translation },
});

/** The module with a step taken, or taken back. What another window made of the place meanwhile is left as it is. */
export function replay(content: ModuleContent, step: Step, back: boolean): ModuleContent {
  switch (step.is) {
    case 'text': {
      const [expected, wanted] = back ? [step.after, step.before] : [step.before, step.after];
      const present = textAt(content, step.language, step.place);
      return same(present, expected) ? setText(content, step.language, step.place, wanted) : content;
    }
    case 'added':
      return back ? removeLanguage(content, step.language) : addLanguage(content, step.language);
    case 'removed':
      if (!back) return removeLanguage(content, step.language);
      return content.translations?.[step.language] ? content : withLanguage(content, step.language, step.translation);
    case 'source':
      return { ...content, language: back ? step.before : step.after };
  }
}
