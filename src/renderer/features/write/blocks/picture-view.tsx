import { type Picture, shownSize } from '../../../../shared/model/blocks/picture.ts';

/** A picture as the player shows it: all of it, or the part that was chosen. */
export function PictureView({ picture }: { picture: Picture }) {
  const { media, alt, decorative, width, height, crop } = picture;
  const file = `/media/${media}`;
  if (!crop) return <img className="sh-picture" src={file} alt={decorative ? '' : alt} width={width} height={height} />;
  const view = [crop.x * width, crop.y * height, crop.width * width, crop.height * height].join(' ');
  const drawing = <image href={file} width={width} height={height} />;
  const shared = { className: 'sh-picture', viewBox: view, ...shownSize(picture) };
  if (decorative)
    return (
      <svg {...shared} aria-hidden="true">
        {drawing}
      </svg>
    );
  return (
    <svg {...shared} role="img" aria-label={alt}>
      {drawing}
    </svg>
  );
}
