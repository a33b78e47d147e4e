import { withStorage } from '../../player/elements/storage.ts';
import type { Anchor } from '../../shared/model/review/anchor.ts';
import { speakOf } from './review/form.ts';

const prefix = 'showhow:draft:';
/** What nobody came back to for this long is thrown away, in milliseconds. */
const longest = 30 * 24 * 60 * 60 * 1000;

type Words = HTMLTextAreaElement | HTMLInputElement;

interface Draft {
  /** When it was last written on. */
  at: number;
  fields: Record<string, string>;
  /** What the comment speaks of, as its form says it. */
  spokenOf: string;
}

const wordsIn = (form: HTMLFormElement): Words[] => [...form.querySelectorAll<Words>('textarea, input[type=text]')];
const isBegun = (form: HTMLFormElement): boolean => wordsIn(form).some(({ value, defaultValue }) => value !== defaultValue);

/** Half-written words belong to who wrote them: several people may use a browser. */
function keyOf(form: HTMLFormElement): string {
  const { reader = '' } = document.body.dataset;
  return `${prefix}${reader} ${form.getAttribute('action')} ${wordsIn(form)[0]?.id}`;
}

/** Nothing where that is not what was written, or too old. */
function readDraft(written: string | null): Draft | null {
  try {
    const kept: Partial<Draft> | null = JSON.parse(written ?? 'null');
    if (!kept?.at || !kept.fields || Date.now() - kept.at > longest) return null;
    return { at: kept.at, fields: kept.fields, spokenOf: kept.spokenOf ?? '' };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Forms whose words this browser does not keep: leaving them is asked first. */
const unkept = new Set<HTMLFormElement>();
const ask = (event: BeforeUnloadEvent) => event.preventDefault();

function setUnkept(form: HTMLFormElement, isUnkept: boolean): void {
  if (isUnkept) unkept.add(form);
  else unkept.delete(form);
  // Listened for only where it is needed: some browsers load a page anew on the way back that has such a listener.
  if (unkept.size > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

function keep(form: HTMLFormElement): void {
  const key = keyOf(form);
  const fields = Object.fromEntries([...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string'));
  const draft: Draft = { at: Date.now(), fields, spokenOf: form.querySelector('[data-spoken-of]')?.textContent ?? '' };
  const begun = isBegun(form);
  const done = withStorage((storage) => {
    if (begun) storage.setItem(key, JSON.stringify(draft));
    else storage.removeItem(key);
    return true;
  });
  setUnkept(form, begun && !done);
}

/** What was sent is not half written any more. */
export function forgetDraft(form: HTMLFormElement): void {
  setUnkept(form, false);
  if (form.matches('[data-draft]')) withStorage((storage) => storage.removeItem(keyOf(form)));
}

/** Everything that a form folds out of. */
function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}

function bringBack(form: HTMLFormElement, { fields, spokenOf }: Draft): void {
  form.dataset.begun = '';
  for (const field of wordsIn(form)) {
    field.value = fields[field.name] ?? field.value;
    if (field.value !== field.defaultValue) unfold(field);
  }
  for (const choice of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) choice.checked = choice.value === fields[choice.name];
  // Words that were marked in another version may stand elsewhere in this one: then the comment is on its part.
  const onScreen = form.querySelector<HTMLInputElement>('input[name=revision]')?.value;
  if (fields.anchor && fields.revision === onScreen) speakOf(form, JSON.parse(fields.anchor) as Anchor, spokenOf);
}

/** Forms marked `data-draft` have their words again when one comes back, in this browser and until they are sent. */
function bringAllBack(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    // A browser that went back has filled in by itself what was there.
    if (isBegun(form)) keep(form);
    const draft = readDraft(withStorage((storage) => storage.getItem(keyOf(form))));
    if (draft && !isBegun(form)) bringBack(form, draft);
  }
}

const throwOldAway = (storage: Storage): void => {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix) && !readDraft(storage.getItem(key))) storage.removeItem(key);
};

withStorage(throwOldAway);
bringAllBack();
window.addEventListener('pageshow', ({ persisted }) => persisted && bringAllBack());
document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-draft]') : null;
  if (form) keep(form);
});
// A form that the script sends is forgotten once it has arrived.
document.addEventListener('submit', ({ target }) => {
  if (target instanceof HTMLFormElement && !target.dataset.swap) forgetDraft(target);
});
