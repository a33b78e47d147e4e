import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import type { Original } from '../../../../shared/contract/library.ts';
import type { ModuleContent } from '../../../../shared/model/module.ts';
import { client, orpc } from '../../../api/client.ts';
import type { BringTexts } from './bring-texts.ts';
import { changeBlock, placeKey, showOriginals } from './originals.ts';

/** Blocks of a module that were taken from others, each original once. */
function placesIn({ body }: ModuleContent): { module: string; block: string }[] {
  const sources = body.content.flatMap(({ attrs }) => attrs.takenFrom ?? []);
  return [...new Map(sources.map(({ module, block }) => [placeKey({ module, block }), { module, block }])).values()];
}

/** Shows at the blocks how their originals stand; gives what went wrong where one was to be taken anew. */
export function useOriginals(editor: Editor, content: ModuleContent, bringTexts: BringTexts): unknown {
  const [error, setError] = useState<unknown>(null);
  const asked = useMemo(() => JSON.stringify(placesIn(content)), [content]);
  const places = useMemo((): ReturnType<typeof placesIn> => JSON.parse(asked), [asked]);
  const originals = useQuery({
    ...orpc.library.originals.queryOptions({ input: { places } }),
    enabled: places.length > 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const { data, refetch } = originals;

  useEffect(() => {
    const attribute = (block: string, next: (source: Original | undefined, hash: string) => unknown) =>
      changeBlock(editor, block, (node) => {
        const { takenFrom, ...attrs } = node.attrs;
        const original = data?.find((one) => placeKey(one) === placeKey(takenFrom));
        return node.type.create({ ...attrs, takenFrom: next(original, takenFrom.hash) }, node.content, node.marks);
      });
    const takeNew = async (block: string) => {
      const taken = editor.state.doc.children.find(({ attrs }) => attrs.id === block)?.attrs.takenFrom;
      if (!taken) return;
      setError(null);
      try {
        const { block: fresh, texts, takenFrom } = await client.library.take({ module: taken.module, block: taken.block });
        changeBlock(editor, block, (node) => node.type.schema.nodeFromJSON({ ...fresh, attrs: { ...fresh.attrs, id: block, takenFrom } }));
        bringTexts(block, texts);
        await refetch();
      } catch (cause) {
        setError(cause);
      }
    };
    showOriginals(editor, data ?? [], {
      takeNew: (block) => void takeNew(block),
      keepMine: (block) =>
        attribute(block, (original, hash) => original && { module: original.module, block: original.block, hash: original.hash ?? hash }),
      forget: (block) => attribute(block, () => undefined),
    });
  }, [editor, data, refetch, bringTexts]);

  return error ?? originals.error;
}
