/** How a square is cut out of a photo. `size` is its side as a share of the shorter side; `x` and `y` are 0 at the left and top end of where it may lie, 1 at the other. */
export interface Square {
  size: number;
  x: number;
  y: number;
}

export const middle: Square = { size: 1, x: 0.5, y: 0.5 };

/** Larger than a face is ever shown, twice. */
const side = 512;

/** The square in the photo's own pixels. */
export function squareIn(photo: { width: number; height: number }, { size, x, y }: Square): { left: number; top: number; side: number } {
  const length = Math.min(photo.width, photo.height) * size;
  return { left: (photo.width - length) * x, top: (photo.height - length) * y, side: length };
}

export function drawSquare(canvas: HTMLCanvasElement, photo: ImageBitmap, square: Square): void {
  const { left, top, side: length } = squareIn(photo, square);
  canvas.width = side;
  canvas.height = side;
  canvas.getContext('2d')?.drawImage(photo, left, top, length, length, 0, 0, side, side);
}

export const toBlob = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((done) => {
    canvas.toBlob(done, 'image/jpeg', 0.9);
  });
