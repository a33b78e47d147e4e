import { useState } from 'react';
import css from './avatar.module.css';

const initials = (name: string) =>
  name
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** A face, or the initials where there is none yet. The name stands beside it, so the picture says nothing more. */
export function Avatar({ name, photo, size = 40 }: { name: string; photo: string | null; size?: number }) {
  const style = { width: size, height: size, fontSize: size * 0.38 };
  // A photo that cannot be had, as of a hub that is away, gives way to the initials.
  const [failed, setFailed] = useState<string | null>(null);
  return photo && photo !== failed ? (
    <img className={css.avatar} style={style} src={photo} alt="" onError={() => setFailed(photo)} />
  ) : (
    <span className={css.avatar} style={style} aria-hidden="true">
      {initials(name) || '?'}
    </span>
  );
}
