import type { NodeViewProps } from '@tiptap/react';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { type FlipCard, maxCards } from '../../../../shared/model/blocks/flip-cards.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { OrderedList } from '../../../ui/ordered-list.tsx';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { emptyCard, withPicture } from './flip-cards-edit.ts';
import { ownStep } from './own-step.ts';
import { PictureSlot } from './picture-slot.tsx';
import { movedByKeys, RowTools } from './row-tools.tsx';
import { addRow, changeRow, moveRow, removeRow } from './rows.ts';
import { useRowFocus } from './use-row-focus.ts';

const sides = ['front', 'back'] as const;

interface CardRowProps {
  card: FlipCard;
  number: number;
  count: number;
  onChange(card: FlipCard): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

function CardRow({ card, number, count, onChange, onMove, onRemove }: CardRowProps) {
  const name = `card ${number}`;
  return (
    <li className={css.row} data-row={card.id} onKeyDown={(event) => void movedByKeys(event, onMove)}>
      <div className={css.rowHead}>
        <b>Card {number}</b>
        <RowTools name={name} first={number === 1} last={number === count} onMove={onMove} onRemove={onRemove} />
      </div>
      <div className={css.sides}>
        {sides.map((side) => (
          <div key={side} className={css.slot}>
            <TextArea
              label={`${side === 'front' ? 'Front' : 'Back'} of ${name}`}
              rows={2}
              maxLength={400}
              value={card[side].text}
              onChange={(event) => onChange({ ...card, [side]: { ...card[side], text: event.target.value } })}
            />
            <PictureSlot
              picture={card[side].picture}
              of={`the ${side} of ${name}`}
              onPicture={(picture) => onChange({ ...card, [side]: withPicture(card[side], picture) })}
            />
          </div>
        ))}
      </div>
    </li>
  );
}

/** Cards with two sides, edited side by side. */
export function FlipCardsBlock(props: NodeViewProps) {
  const cards: FlipCard[] = props.node.attrs.cards;
  const list = useRef<HTMLOListElement>(null);
  const focus = useRowFocus(list);
  const change = (next: FlipCard[]) => props.updateAttributes({ cards: next });
  /** More than typing. */
  const rebuild = (next: FlipCard[]) => ownStep(props.editor, () => change(next));
  const add = () => {
    const card = emptyCard();
    rebuild(addRow(cards, card, null));
    focus(card.id);
  };
  return (
    <BlockFrame {...props} name="Flip cards">
      <OrderedList className={css.rows} ref={list}>
        {cards.map((card, index) => (
          <CardRow
            key={card.id}
            card={card}
            number={index + 1}
            count={cards.length}
            onChange={(next) => change(changeRow(cards, card.id, () => next))}
            onMove={(by) => {
              rebuild(moveRow(cards, card.id, by));
              focus(card.id);
            }}
            onRemove={() => {
              rebuild(removeRow(cards, card.id));
              focus((cards[index + 1] ?? cards[index - 1])?.id);
            }}
          />
        ))}
      </OrderedList>
      <p className={css.text}>
        <Button icon={Plus} disabled={cards.length >= maxCards} onClick={add}>
          Add a card
        </Button>
        {cards.length > 1 && 'Alt with an arrow key moves the card you are in.'}
      </p>
    </BlockFrame>
  );
}
