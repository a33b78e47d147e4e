import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { LibraryFilter } from '../../../../shared/contract/library.ts';
import { type Block, blockName, mediaOfBlock, textsOfBlock } from '../../../../shared/model/blocks/index.ts';
import type { BlockTexts } from '../../../../shared/model/translation/translations.ts';
import { client, orpc } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultNotice } from '../../../ui/notice.tsx';
import { minutesOf, titleOf } from '../../library/module-words.ts';
import { SearchField } from '../../library/search-field.tsx';
import { useHits } from '../../library/use-modules.ts';
import css from './reuse.module.css';

interface Chosen {
  module: string;
  title: string;
  /** Blocks in which the search found something. */
  found: readonly string[];
}

/** All modules but the one that is written, the last changed first; with words, the best found. */
function Modules({
  without,
  words,
  onWords,
  onChosen,
}: {
  without: string;
  words: string;
  onWords(words: string): void;
  onChosen(chosen: Chosen): void;
}) {
  const { entries, more, loading, error, total } = useHits({ ...LibraryFilter.parse({}), words });
  const others = entries.filter(({ card }) => card.id !== without);
  return (
    <>
      <SearchField label="Search all modules" words={words} onWords={onWords} />
      <FaultNotice error={error} />
      {total !== null && others.length === 0 && (
        <p className={css.none}>{words ? 'Nothing holds these words.' : 'There is no other module yet.'}</p>
      )}
      <ul className={css.modules} aria-label="Modules">
        {others.map(({ card, hits }) => (
          <li key={card.id}>
            <button
              type="button"
              onClick={() => onChosen({ module: card.id, title: titleOf(card), found: hits.flatMap(({ block }) => block ?? []) })}
            >
              {card.poster ? <img src={`/media/${card.poster}`} alt="" loading="lazy" /> : <span className={css.noPicture} />}
              <span>
                <strong>{titleOf(card)}</strong>
                <small>
                  {hits
                    .find(({ block }) => block)
                    ?.parts.map(({ text }) => text)
                    .join('') || minutesOf(card)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more && (
        <div>
          <Button onClick={more} busy={loading}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function BlockChoice({ block, found, onChosen }: { block: Block; found: boolean; onChosen(): void }) {
  const picture = mediaOfBlock(block).find(({ as }) => as === 'picture');
  const text = textsOfBlock(block).join(' · ');
  return (
    <li>
      <button type="button" className={found ? css.found : undefined} onClick={onChosen}>
        {picture ? <img src={`/media/${picture.hash}`} alt="" loading="lazy" /> : <span className={css.noPicture} />}
        <span>
          <small>{blockName(block)}</small>
          <span className={css.text}>{text || '…'}</span>
        </span>
      </button>
    </li>
  );
}

/** The blocks of a module, each to be put in. */
function Blocks({ chosen, onBack, onTaken }: { chosen: Chosen; onBack(): void; onTaken: Props['onTaken'] }) {
  const { data, error } = useQuery(orpc.modules.get.queryOptions({ input: { id: chosen.module } }));
  const take = useMutation({
    mutationFn: (block: string) => client.library.take({ module: chosen.module, block }),
    onSuccess: ({ block, texts, takenFrom }) => onTaken({ ...block, attrs: { ...block.attrs, takenFrom } } as Block, texts),
  });
  const blocks = data?.content.body.content.filter((block) => textsOfBlock(block).length > 0 || mediaOfBlock(block).length > 0) ?? [];
  return (
    <>
      <p className={css.chosen}>
        <Button variant="plain" icon={ArrowLeft} onClick={onBack}>
          All modules
        </Button>
        {chosen.title}
      </p>
      <FaultNotice error={error ?? take.error} />
      {data && blocks.length === 0 && <p className={css.none}>This module is empty.</p>}
      <ul className={css.blocks} aria-label={`Blocks of ${chosen.title}`}>
        {blocks.map((block) => (
          <BlockChoice
            key={block.attrs.id}
            block={block}
            found={chosen.found.includes(block.attrs.id)}
            onChosen={() => take.mutate(block.attrs.id)}
          />
        ))}
      </ul>
    </>
  );
}

interface Props {
  moduleId: string;
  onClose(): void;
  onTaken(block: Block, texts: BlockTexts): void;
}

/** Chooses a block of another module to put it into this one. */
export function ReuseDialog({ moduleId, onClose, onTaken }: Props) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="From another module"
      description="A text, a picture, a video or a question. You are told when the original changes."
    >
      {chosen ? (
        <Blocks chosen={chosen} onBack={() => setChosen(null)} onTaken={onTaken} />
      ) : (
        <Modules without={moduleId} words={words} onWords={setWords} onChosen={setChosen} />
      )}
    </Dialog>
  );
}
