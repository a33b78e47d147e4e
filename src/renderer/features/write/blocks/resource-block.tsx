import type { NodeViewProps } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { useTyped } from '../../../ui/use-typed.ts';
import { addressOf, addressRefused } from '../link-address.ts';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { historyKey } from './field-keys.ts';

/** A link to more: where it leads, what one finds there, how long it takes. */
export function ResourceBlock(props: NodeViewProps) {
  const { title, address, about, minutes } = props.node.attrs;
  /** What stands in the field while it is no address yet; the module holds addresses only. */
  const typed = useTyped(address);
  const refused = typed.value.trim() !== '' && addressOf(typed.value) === null;
  const type = (text: string) => {
    const next = addressOf(text) ?? '';
    typed.type(text, next);
    props.updateAttributes({ address: next });
  };
  /** What is none leaves the field; of what never became an address the history knows nothing, so that nothing else is taken back. */
  const undo = (event: KeyboardEvent) => {
    if (!refused || historyKey(event) !== 'undo') return;
    if (typed.unkept) event.preventDefault();
    typed.settle();
  };
  return (
    <BlockFrame {...props} name="Link to more">
      <div className={css.fields}>
        <TextField
          label="What it is called"
          value={title}
          maxLength={160}
          onChange={(event) => props.updateAttributes({ title: event.target.value })}
        />
        <TextField
          label="Where it stands"
          type="url"
          value={typed.value}
          maxLength={2000}
          placeholder="https://"
          error={refused ? addressRefused : undefined}
          onChange={(event) => type(event.target.value)}
          onKeyDown={undo}
          onBlur={() => !refused && typed.settle()}
        />
        <div className={css.withFigure}>
          <TextArea
            label="What one finds there"
            rows={1}
            value={about}
            maxLength={400}
            onChange={(event) => props.updateAttributes({ about: event.target.value })}
          />
          <TextField
            label="Minutes it takes"
            hint="Leave it empty where you do not know."
            type="number"
            min={1}
            max={999}
            value={minutes ?? ''}
            onChange={(event) => {
              const said = event.target.valueAsNumber;
              props.updateAttributes({ minutes: Number.isInteger(said) && said >= 1 && said <= 999 ? said : undefined });
            }}
          />
        </div>
      </div>
    </BlockFrame>
  );
}
