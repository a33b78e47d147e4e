import { withStorage } from '../../player/elements/storage.ts';
import { say } from './say.ts';

const key = 'showhow:reader';
const { reader = '', changed = '' } = document.body.dataset;

// The page that was loaded last says who is signed in.
if (reader) withStorage((storage) => storage.setItem(key, reader));

/** A page that was left open sends nothing under the name of someone who signed in there since: neither a comment nor an approval. */
document.addEventListener(
  'submit',
  (event) => {
    const now = withStorage((storage) => storage.getItem(key));
    if (!reader || !now || now === reader || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(event.target, changed);
  },
  true,
);
