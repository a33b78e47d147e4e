import { useQuery } from '@tanstack/react-query';
import type { Card } from '../../../../shared/model/edit/list.ts';
import { noKit } from '../../../../shared/model/kit.ts';
import { missingLetters } from '../../../../shared/model/overlay/text.ts';
import { orpc } from '../../../api/client.ts';
import { TextField } from '../../../ui/field.tsx';
import { Logo } from '../../kit/logo.tsx';
import type { Bench } from '../bench.ts';
import panels from '../panels.module.css';
import { useFaces } from '../stage/faces.ts';
import styles from './picture.module.css';
import { ShareField } from './share-field.tsx';

const names = { opening: 'Title card', closing: 'End card' } as const;

/** A card with the author's face and name, in the look of the other card, else of the company's kit. */
export function CardForm({ bench: { list, cutting, editing, player }, which }: { bench: Bench; which: keyof typeof names }) {
  const profile = useQuery(orpc.profile.get.queryOptions());
  const kit = useQuery(orpc.kit.get.queryOptions()).data ?? noKit;
  const faces = useFaces();
  const card = list[which];
  const other = list[which === 'opening' ? 'closing' : 'opening'];
  const name = names[which];
  const change = (next: Card | null, what: string, group?: string) => {
    cutting.change({ ...list, [which]: next }, what, group && `${which} ${group}`);
  };
  const add = () => {
    const me = profile.data;
    change(
      {
        seconds: 3,
        title: which === 'opening' ? editing.cut.title.slice(0, 120) : kit.closing || 'Questions? Ask me.',
        line: '',
        name: me?.name ?? '',
        role: [me?.role, me?.team].filter(Boolean).join(', ').slice(0, 120),
        photo: me?.photo ?? null,
        logo: (other ?? kit).logo,
        colour: (other ?? kit).colour,
      },
      `add the ${name.toLowerCase()}`,
    );
    if (which === 'opening') player.seek(0);
  };
  const missing = card && faces ? missingLetters(faces, [card.title, card.line, card.name, card.role].join(' ')) : [];
  return (
    <div className={styles.card}>
      <label className={panels.switch}>
        <input type="checkbox" checked={card !== null} onChange={() => (card ? change(null, `remove the ${name.toLowerCase()}`) : add())} />
        {name}
      </label>
      {card && (
        <div className={styles.fields}>
          {(['title', 'line', 'name', 'role'] as const).map((field) => (
            <TextField
              key={field}
              label={{ title: 'Title', line: 'A line below', name: 'Name', role: 'Role' }[field]}
              value={card[field]}
              maxLength={field === 'line' ? 200 : 120}
              onChange={(event) => change({ ...card, [field]: event.target.value }, `write the ${name.toLowerCase()}`, field)}
              onBlur={cutting.settle}
            />
          ))}
          {missing.length > 0 && (
            <p role="status" className={panels.small}>
              These letters cannot be drawn and come out as empty boxes: {missing.slice(0, 12).join(' ')}
            </p>
          )}
          <ShareField
            label="Stands for"
            value={card.seconds}
            unit="s"
            least={1}
            most={15}
            step={0.5}
            onChange={(seconds) => change({ ...card, seconds }, 'change how long a card stands', 'seconds')}
            onEnd={cutting.settle}
          />
          <div className={styles.pair}>
            <label className={styles.colour}>
              Colour
              <input
                type="color"
                value={card.colour ?? '#fbf7f0'}
                onChange={(event) => change({ ...card, colour: event.target.value }, 'change the colour of a card', 'colour')}
                onBlur={cutting.settle}
              />
            </label>
            {profile.data?.photo && (
              <label className={panels.switch}>
                <input
                  type="checkbox"
                  checked={card.photo !== null}
                  onChange={(event) =>
                    change(
                      { ...card, photo: event.target.checked ? (profile.data?.photo ?? null) : null },
                      event.target.checked ? 'show the face' : 'hide the face',
                    )
                  }
                />
                My face
              </label>
            )}
          </div>
          <Logo
            logo={card.logo}
            onChange={(logo) => change({ ...card, logo }, logo ? 'put a logo on a card' : 'take the logo from a card')}
          />
        </div>
      )}
    </div>
  );
}
