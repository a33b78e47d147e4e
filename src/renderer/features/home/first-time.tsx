import { Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/button.tsx';
import css from './home.module.css';

const frame = <rect x="10" y="14" width="140" height="88" rx="8" className={css.frame} />;

/** Three pictures tell a newcomer how it goes; they are drawn with the tokens, so they follow light and dark. */
const steps: { title: string; words: string; picture: ReactNode }[] = [
  {
    title: 'Record',
    words: 'Show the screen and your face, and say what you do. Ten minutes are plenty.',
    picture: (
      <>
        {frame}
        <rect x="24" y="30" width="64" height="6" rx="3" className={css.soft} />
        <rect x="24" y="44" width="44" height="6" rx="3" className={css.soft} />
        <circle cx="124" cy="78" r="18" className={css.face} />
        <circle cx="124" cy="73" r="6" className={css.paper} />
        <path d="M113 90a11 9 0 0 1 22 0" className={css.paper} />
        <circle cx="28" cy="86" r="6" className={css.ember} />
      </>
    ),
  },
  {
    title: 'Cut',
    words: 'Take away what nobody needs. What stays is made ready, loud enough and small enough.',
    picture: (
      <>
        <rect x="10" y="44" width="58" height="30" rx="6" className={css.frame} />
        <rect x="72" y="44" width="22" height="30" rx="6" className={css.gone} />
        <rect x="98" y="44" width="52" height="30" rx="6" className={css.frame} />
        <path d="M22 59v0m6-5v10m6-13v16m6-9v2m6-7v12m6-8v4m54-7v10m6-12v14m6-9v4m6-8v12m6-6v0" className={css.wave} />
        <path d="M83 30v58" className={css.cut} />
        <circle cx="83" cy="28" r="5" className={css.ember} />
      </>
    ),
  },
  {
    title: 'Share',
    words: 'Write a few lines around it, have a colleague look at it, and it is there for everyone, under your name.',
    picture: (
      <>
        <rect x="46" y="10" width="68" height="96" rx="8" className={css.frame} />
        <circle cx="60" cy="26" r="7" className={css.face} />
        <rect x="72" y="23" width="30" height="6" rx="3" className={css.soft} />
        <rect x="54" y="40" width="52" height="28" rx="4" className={css.soft} />
        <path d="m76 48 10 6-10 6z" className={css.ember} />
        <rect x="54" y="76" width="52" height="5" rx="2.5" className={css.soft} />
        <rect x="54" y="87" width="34" height="5" rx="2.5" className={css.soft} />
        <circle cx="22" cy="58" r="10" className={css.face} />
        <circle cx="138" cy="58" r="10" className={css.face} />
      </>
    ),
  },
];

export function FirstTime() {
  return (
    <section className={css.first} aria-label="How it goes">
      <ol className={css.steps}>
        {steps.map(({ title, words, picture }, index) => (
          <li key={title}>
            <svg viewBox="0 0 160 116" aria-hidden="true">
              {picture}
            </svg>
            <h2>
              {index + 1}. {title}
            </h2>
            <p>{words}</p>
          </li>
        ))}
      </ol>
      <ButtonLink to="/record" variant="primary" icon={Circle}>
        Record your first take
      </ButtonLink>
    </section>
  );
}
