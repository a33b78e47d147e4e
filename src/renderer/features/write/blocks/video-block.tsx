import type { NodeViewProps } from '@tiptap/react';
import { Scissors } from 'lucide-react';
import { useRef, useState } from 'react';
import { blockAttributes } from '../../../../shared/model/blocks/index.ts';
import { questionsShown } from '../../../../shared/model/blocks/video.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { clock } from '../../../ui/format.ts';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { CutNotice } from './cut-notice.tsx';
import { ownStep } from './own-step.ts';
import { PartDialog } from './part-dialog.tsx';
import { VideoQuestions } from './quiz/video-questions.tsx';
import { showNewCut } from './show-new-cut.ts';
import { SizesNotice } from './sizes-notice.tsx';
import { TextNotice } from './text-notice.tsx';

const attributes = blockAttributes.video.omit({ id: true });

export function VideoBlock(props: NodeViewProps) {
  const attrs = attributes.parse(props.node.attrs);
  const { media, sizes, poster, duration, width, height, captions, chapters, part, questions = [] } = attrs;
  const title: string = props.node.attrs.title;
  const unasked = questions.length - questionsShown({ ...attrs, id: props.node.attrs.id }).length;
  const video = useRef<HTMLVideoElement>(null);
  const [choosing, setChoosing] = useState(false);
  // Chromium turns a wheel over a video that begins to load under its controls.
  const [known, setKnown] = useState(false);
  const show = () => setKnown(true);
  return (
    <BlockFrame {...props} name="Video">
      <figure className="sh-video">
        <video
          ref={video}
          // A fragment is read once, when the file is opened.
          key={part ? `${part.from},${part.to}` : 'all'}
          controls={known}
          onLoadedMetadata={show}
          onError={show}
          preload="metadata"
          src={part ? `/media/${media}#t=${part.from},${part.to}` : `/media/${media}`}
          {...(poster && !part ? { poster: `/media/${poster}` } : {})}
          width={width}
          height={height}
          aria-label={title || 'Video'}
        >
          {captions && <track kind="captions" src={`/media/${captions.media}`} srcLang={captions.language} label={captions.language} />}
        </video>
      </figure>
      <p className={css.text}>
        <Button icon={Scissors} onClick={() => setChoosing(true)}>
          {part ? 'Change the part' : 'Show only a part'}
        </Button>
        {part && `Colleagues see ${clock(part.from)} to ${clock(part.to)} of ${clock(duration)}.`}
        {part &&
          unasked > 0 &&
          (unasked === 1 ? ' One question lies outside and is not asked.' : ` ${unasked} questions lie outside and are not asked.`)}
      </p>
      <CutNotice media={media} onTake={(cut, text) => showNewCut(props.editor, props.node.attrs.id, cut, text)} />
      <SizesNotice media={media} sizes={sizes} onTake={(made) => props.updateAttributes({ sizes: made })} />
      <TextNotice {...{ media, captions, chapters }} onTake={(text) => props.updateAttributes(text)} />
      <div className={css.fields}>
        <TextField
          label={`Title of the video (${clock(part ? part.to - part.from : duration)})`}
          value={title}
          maxLength={120}
          onChange={(event) => props.updateAttributes({ title: event.target.value })}
        />
      </div>
      <VideoQuestions
        video={video}
        questions={props.node.attrs.questions ?? []}
        duration={duration}
        change={(questions, rebuilt) => {
          const act = () => props.updateAttributes({ questions });
          if (rebuilt) ownStep(props.editor, act);
          else act();
        }}
      />
      {choosing && <PartDialog video={attrs} onOpenChange={setChoosing} onPart={(chosen) => props.updateAttributes({ part: chosen })} />}
    </BlockFrame>
  );
}
