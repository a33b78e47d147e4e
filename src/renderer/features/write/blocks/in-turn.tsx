import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { createContext, type ReactNode, startTransition, useContext, useEffect, useRef, useState } from 'react';
import css from './blocks.module.css';

/** More blocks than a window shows at once. */
const inSight = 20;

const AllDrawn = createContext(true);

/** Not laid out: the editor's library reads the selection between its drawings, for which the browser lays out all that is there. */
const unseen = { contentVisibility: 'hidden' } as const;

/**
 * A document that is opened: it is laid out once, as the first frame begins. That has the fields of the blocks in sight, and
 * the frames of all others, which keep their place. Those are filled right after it, between whatever else the page is asked
 * to do. Where one is led to a block of it (`atOnce`), all is there from the start.
 */
export function InTurn({ atOnce, children }: { atOnce: boolean; children: ReactNode }) {
  const [all, setAll] = useState(atOnce);
  const surface = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // By hand: what the page's library is asked for in a frame comes with the next one.
      surface.current?.style.removeProperty('content-visibility');
      rest = setTimeout(() => startTransition(() => setAll(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    };
  }, []);
  return (
    <AllDrawn value={all}>
      <div ref={surface} style={atOnce ? undefined : unseen}>
        {children}
      </div>
    </AllDrawn>
  );
}

/** Whether a block is one of the first of its document. */
function isInSight({ editor, getPos }: ReactNodeViewProps): boolean {
  const at = getPos();
  return at === undefined || editor.state.doc.resolve(at).index(0) < inSight;
}

/** The editor of a block, for which its empty frame stands until it is its turn. */
export const inTurn = (Block: (props: ReactNodeViewProps) => ReactNode) =>
  function BlockInTurn(props: ReactNodeViewProps) {
    const all = useContext(AllDrawn);
    return all || isInSight(props) ? <Block {...props} /> : <NodeViewWrapper className={css.frame} />;
  };
