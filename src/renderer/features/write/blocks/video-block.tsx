import type { NodeViewProps } from '@tiptap/react';
import { useRef, useState } from 'react';
import { blockAttributes } from '../../../../shared/model/blocks/index.ts';
import { TextField } from '../../../ui/field.tsx';
import { clock } from '../../../ui/format.ts';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { VideoQuestions } from './quiz/video-questions.tsx';
import { TextNotice } from './text-notice.tsx';

const attributes = blockAttributes.video.omit({ id: true });

export function VideoBlock(props: NodeViewProps) {
  const { media, poster, duration, width, height, captions, chapters } = attributes.parse(props.node.attrs);
  const title: string = props.node.attrs.title;
  const video = useRef<HTMLVideoElement>(null);
  // Chromium turns a wheel over a video that begins to load under its controls.
  const [known, setKnown] = useState(false);
  const show = () => setKnown(true);
  return (
    <BlockFrame {...props} name="Video">
      <figure className="sh-video">
        <video
          ref={video}
          controls={known}
          onLoadedMetadata={show}
          onError={show}
          preload="metadata"
          src={`/media/${media}`}
          {...(poster ? { poster: `/media/${poster}` } : {})}
          width={width}
          height={height}
          aria-label={title || 'Video'}
        >
          {captions && <track kind="captions" src={`/media/${captions.media}`} srcLang={captions.language} label={captions.language} />}
        </video>
      </figure>
      <TextNotice {...{ media, captions, chapters }} onTake={(text) => props.updateAttributes(text)} />
      <div className={css.fields}>
        <TextField
          label={`Title of the video (${clock(duration)})`}
          value={title}
          maxLength={120}
          onChange={(event) => props.updateAttributes({ title: event.target.value })}
        />
      </div>
      <VideoQuestions
        video={video}
        questions={props.node.attrs.questions ?? []}
        duration={duration}
        change={(questions) => props.updateAttributes({ questions })}
      />
    </BlockFrame>
  );
}
