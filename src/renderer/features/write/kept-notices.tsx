import type { Editor } from '@tiptap/core';
import { nameOfBlock } from '../../../shared/model/difference/words.ts';
import type { Kept } from '../../../shared/model/merge/merge.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { languageName, spokenIn } from '../../../shared/model/translation/language.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { goToBlock, setLine } from './document.ts';
import { chooseVersion, stillStands, takeOut } from './live.ts';
import type { Saving } from './use-module.ts';

interface NoticeProps<K extends Kept> {
  kept: K;
  editor: Editor;
  content: ModuleContent;
  done(): void;
}

const nameIn = (content: ModuleContent, id: string): string => {
  const block = content.body.content.find(({ attrs }) => attrs.id === id);
  return block ? nameOfBlock(block) : 'part';
};

/** Two versions of a part stand one behind the other. */
function TwoVersions({ kept, editor, content, done }: NoticeProps<Extract<Kept, { is: 'block' }>>) {
  const choose = (choice: 'mine' | 'theirs') => () => {
    chooseVersion(editor, kept, choice);
    done();
  };
  return (
    <Notice
      tone="attention"
      action={
        <>
          <Button onClick={() => goToBlock(editor, kept.mine)}>Show them</Button>
          <Button onClick={choose('mine')}>Keep the first</Button>
          <Button onClick={choose('theirs')}>Keep the second</Button>
          <Button variant="plain" onClick={done}>
            Keep both
          </Button>
        </>
      }
    >
      The {nameIn(content, kept.mine)} was changed here and in another window. Nothing is lost: both versions stand one after the other, the
      one from here first.
    </Notice>
  );
}

const lines = { title: 'title', objective: 'objective' } as const;
const isLine = (field: string): field is keyof typeof lines => field in lines;

/** A title there is only one of: the other waits here. */
function OtherLine({ kept, editor, done }: NoticeProps<Extract<Kept, { is: 'field' }>>) {
  const { field, theirs } = kept;
  const take = () => {
    if (isLine(field)) setLine(editor, field, theirs, `merge ${theirs}`);
    done();
  };
  return (
    <Notice
      tone="attention"
      action={
        <>
          {isLine(field) && <Button onClick={take}>Take the other</Button>}
          <Button variant="plain" onClick={done}>
            Leave it as it is here
          </Button>
        </>
      }
    >
      The {field} was changed here and in another window. There it reads “{theirs}”.
    </Notice>
  );
}

/** There is one text in a language: the other waits here to be copied. */
export function OtherWording({ kept, done }: { kept: Extract<Kept, { is: 'wording' }>; done(): void }) {
  return (
    <Notice
      tone="attention"
      action={
        <Button variant="plain" onClick={done}>
          Leave it as it is here
        </Button>
      }
    >
      A text in {languageName(kept.language, 'en')} was changed here and in another window. There it reads “
      <span {...spokenIn(kept.language)}>{kept.theirs}</span>”.
    </Notice>
  );
}

/** What one window took out while the other changed it. */
function StillHere({ kept, editor, content, done }: NoticeProps<Extract<Kept, { is: 'returned' }>>) {
  const remove = () => {
    takeOut(editor, kept.block);
    done();
  };
  return (
    <Notice
      tone="attention"
      action={
        <>
          <Button onClick={() => goToBlock(editor, kept.block)}>Show it</Button>
          <Button onClick={remove}>Take it out</Button>
          <Button variant="plain" onClick={done}>
            Leave it in
          </Button>
        </>
      }
    >
      The {nameIn(content, kept.block)} was taken out in one window while it was changed in another. It is still here.
    </Notice>
  );
}

/** What two windows changed at once, with what there is to choose. */
export function KeptNotices({ saving, editor, content }: { saving: Saving; editor: Editor; content: ModuleContent }) {
  return saving.kept
    .filter((kept) => stillStands(editor, kept))
    .map((kept) => {
      const done = () => saving.settle(kept);
      if (kept.is === 'block') return <TwoVersions key={kept.theirs} {...{ kept, editor, content, done }} />;
      if (kept.is === 'field') return <OtherLine key={`${kept.field} ${kept.theirs}`} {...{ kept, editor, content, done }} />;
      if (kept.is === 'wording') return <OtherWording key={`${kept.language} ${kept.theirs}`} {...{ kept, done }} />;
      return <StillHere key={kept.block} {...{ kept, editor, content, done }} />;
    });
}
