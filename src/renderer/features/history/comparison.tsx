import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { Around } from '../../../player/render/around.ts';
import { detailsMarkup, fieldsMarkup, renderDifference } from '../../../player/render/difference.ts';
import type { Block } from '../../../shared/model/blocks/index.ts';
import { type BlockDifference, type Difference, isTouched, nothingChanged } from '../../../shared/model/difference/difference.ts';
import { changeLabel, nameOfBlock, summaryOf } from '../../../shared/model/difference/words.ts';
import { emptyProfile } from '../../../shared/model/profile.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { MarkupView } from '../../ui/markup-view.tsx';
import { SchemaHtml } from '../../ui/schema-html.tsx';
import css from './history.module.css';

const media = (hash: string): string => `/media/${hash}`;

interface PartProps {
  around: Around;
  block: BlockDifference;
  /** Present where the block is missing from the module as it is now. */
  onPutBack: ((block: Block) => void) | null;
}

function Part({ block, around, onPutBack }: PartProps) {
  const details = detailsMarkup(block);
  const { before } = block;
  return (
    <li className={isTouched(block) ? `${css.part} ${css[block.state === 'same' ? 'moved' : block.state]}` : css.part}>
      {isTouched(block) && (
        <div className={css.label}>
          <p>{changeLabel(block)}</p>
          {onPutBack && before && (
            <Button
              variant="plain"
              icon={Undo2}
              onClick={() => onPutBack(before)}
              aria-label={`Put this part back: ${nameOfBlock(before)}`}
            >
              Put this part back
            </Button>
          )}
        </div>
      )}
      {details && <MarkupView markup={details} />}
      <SchemaHtml className="sh-body" html={renderDifference(block, around)} />
    </li>
  );
}

interface Run {
  key: string;
  folded: boolean;
  blocks: BlockDifference[];
}

/** Neighbours that read as they did stand folded together. */
function runsOf(blocks: readonly BlockDifference[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const folded = !isTouched(block);
    const last = runs.at(-1);
    if (last?.folded === folded) last.blocks.push(block);
    else runs.push({ key: `${block.id} ${folded}`, folded, blocks: [block] });
  }
  return runs;
}

interface ComparisonProps {
  difference: Difference;
  language: string;
  /** Names of the blocks that the module has now. */
  present: ReadonlySet<string>;
  onPutBack(block: Block): void;
}

/** Two versions in one, what came and went marked where it stands. */
export function Comparison({ difference, language, present, onPutBack }: ComparisonProps) {
  const { data: author = emptyProfile } = useQuery(orpc.profile.get.queryOptions());
  if (nothingChanged(difference)) return <p className={css.nothing}>Both read the same.</p>;
  const fields = fieldsMarkup(difference);
  const around: Around = { author, media, blocks: difference.blocks.flatMap(({ after, before }) => after ?? before ?? []) };
  const part = (block: BlockDifference, index: number) => (
    <Part
      key={`${block.id} ${block.from} ${block.to} ${index}`}
      block={block}
      around={around}
      onPutBack={block.state === 'removed' && !present.has(block.id) ? onPutBack : null}
    />
  );
  return (
    <div className="showhow-module" lang={language}>
      <p className={css.sum}>{summaryOf(difference)}</p>
      {fields && <MarkupView markup={fields} />}
      {runsOf(difference.blocks).map(({ key, folded, blocks }) =>
        folded ? (
          <details key={key} className={css.folded}>
            <summary>{blocks.length === 1 ? '1 part as it was' : `${blocks.length} parts as they were`}</summary>
            <ul className={css.parts}>{blocks.map(part)}</ul>
          </details>
        ) : (
          <ul key={key} className={css.parts}>
            {blocks.map(part)}
          </ul>
        ),
      )}
    </div>
  );
}
