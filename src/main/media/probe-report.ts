import { z } from 'zod';

const figure = z.coerce.number().optional().catch(undefined);

/** A fraction as ffprobe prints it: `30000/1001`. */
export function fraction(text: string | undefined): number | undefined {
  const [over, under] = (text ?? '').split(/[/:]/).map(Number);
  return over !== undefined && under !== undefined && over > 0 && under > 0 ? over / under : undefined;
}

const Stream = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  codec_tag_string: z.string().optional(),
  profile: z.string().optional(),
  pix_fmt: z.string().optional(),
  width: figure,
  height: figure,
  sample_aspect_ratio: z.string().optional(),
  field_order: z.string().optional(),
  color_transfer: z.string().optional(),
  color_space: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  r_frame_rate: z.string().optional(),
  sample_rate: figure,
  channels: figure,
  start_time: figure,
  duration: figure,
  tags: z.record(z.string(), z.string()).optional(),
  disposition: z.object({ attached_pic: z.number().optional(), default: z.number().optional() }).loose().optional(),
  side_data_list: z.array(z.object({ rotation: figure }).loose()).optional(),
});

/** What `ffprobe -show_format -show_streams -print_format json` prints, as far as it is used. */
export const ProbeReport = z.object({
  format: z
    .object({ format_name: z.string().optional(), duration: figure, start_time: figure, size: figure, bit_rate: figure })
    .default({}),
  streams: z.array(Stream).default([]),
});
export type ProbeReport = z.infer<typeof ProbeReport>;
type Stream = z.infer<typeof Stream>;

/** A file with its streams in the words of this program. Sizes are those seen: turned and square-pixelled. */
export const Probe = z.object({
  format: z.string(),
  duration: z.number().nonnegative(),
  bytes: z.number(),
  /** Sounds that are marked to be heard come first. */
  video: z.array(
    z.object({
      stream: z.int(),
      codec: z.string(),
      pixelFormat: z.string(),
      width: z.int().positive(),
      height: z.int().positive(),
      /** Turned or with pixels that are not square: a copy of the stream would look different in some players. */
      plain: z.boolean(),
      /** Two half pictures in each frame, as television has them. */
      interlaced: z.boolean(),
      /** Brighter than a usual screen shows: copied as it is it looks grey. */
      hdr: z.boolean(),
      /** How its brightness and colours are told apart, by ffmpeg's name; nothing where the file does not say. */
      matrix: z.string().optional(),
      frameRate: z.number().optional(),
      duration: z.number(),
    }),
  ),
  audio: z.array(
    z.object({
      stream: z.int(),
      codec: z.string(),
      sampleRate: z.int().positive().optional(),
      channels: z.int().positive().optional(),
      duration: z.number(),
    }),
  ),
});
export type Probe = z.infer<typeof Probe>;

const even = (value: number): number => Math.max(2, 2 * Math.round(value / 2));

function picture(stream: Stream, index: number, duration: number): Probe['video'][number] | null {
  const { width = 0, height = 0 } = stream;
  if (width < 1 || height < 1) return null;
  const turn = Math.abs(stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? Number(stream.tags?.rotate ?? 0));
  const aspect = fraction(stream.sample_aspect_ratio) ?? 1;
  const [seenWidth, seenHeight] = turn % 180 === 90 ? [height, width * aspect] : [width * aspect, height];
  const frameRate = fraction(stream.avg_frame_rate) ?? fraction(stream.r_frame_rate);
  const plain = turn % 360 === 0 && Math.abs(aspect - 1) < 0.001;
  return {
    stream: index,
    codec: stream.codec_name ?? 'unknown',
    pixelFormat: stream.pix_fmt ?? 'unknown',
    width: plain ? width : even(seenWidth),
    height: plain ? height : even(seenHeight),
    plain,
    interlaced: /^(tt|bb|tb|bt)$/.test(stream.field_order ?? ''),
    hdr: /^(smpte2084|arib-std-b67)$/.test(stream.color_transfer ?? ''),
    ...(stream.color_space && stream.color_space !== 'unknown' && { matrix: stream.color_space }),
    ...(frameRate && { frameRate }),
    duration,
  };
}

/** A file cannot be longer than this and be media that someone recorded: damaged headers claim centuries. */
const longest = 24 * 3600;
const sane = (seconds: number | undefined): number | undefined =>
  seconds !== undefined && Number.isFinite(seconds) && seconds > 0 && seconds <= longest ? seconds : undefined;

/** Pure: from what ffprobe printed to the model. Cover pictures of sound files are no video. */
export function readProbe(report: ProbeReport): Probe {
  const claimed = sane(report.format.duration) ?? Math.max(0, ...report.streams.map((stream) => sane(stream.duration) ?? 0));
  // Matroska counts to the end from zero, wherever the first frame stands.
  const begins = /matroska/.test(report.format.format_name ?? '') ? Math.max(0, report.format.start_time ?? 0) : 0;
  const whole = claimed > begins ? claimed - begins : claimed;
  /** A stream may begin after the file does: what counts is when it ends. */
  const ends = ({ duration, start_time: from }: Stream): number | undefined => {
    const length = sane(duration);
    return length && length + Math.max(0, (from ?? 0) - (report.format.start_time ?? 0));
  };
  const isCover = (stream: Stream) => stream.disposition?.attached_pic === 1;
  const pictures = report.streams.filter((stream) => stream.codec_type === 'video');
  const sounds = report.streams.filter((stream) => stream.codec_type === 'audio');
  return Probe.parse({
    format: report.format.format_name ?? 'unknown',
    duration: whole,
    bytes: report.format.size ?? 0,
    video: pictures.flatMap((stream, index) => {
      const found = isCover(stream) ? null : picture(stream, index, ends(stream) ?? whole);
      return found ? [found] : [];
    }),
    audio: sounds
      .map((stream, index) => ({ stream, index }))
      .toSorted((one, other) => (other.stream.disposition?.default ?? 0) - (one.stream.disposition?.default ?? 0))
      .map(({ stream, index }) => ({
        stream: index,
        codec: stream.codec_name ?? 'unknown',
        ...(stream.sample_rate && { sampleRate: stream.sample_rate }),
        ...(stream.channels && { channels: stream.channels }),
        duration: ends(stream) ?? whole,
      })),
  });
}
