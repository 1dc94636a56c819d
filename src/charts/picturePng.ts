import type { SavedPicture } from './savedPicture.ts';

/** Pixels per pixel of the page. */
const SHARPNESS = 2;
/** Browsers refuse larger canvases. */
const LONGEST = 16_000;

/** A saved picture as PNG. It is drawn from a `data:` address, which the content security policy allows for images. */
export async function picturePng({ svg, width, height }: SavedPicture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, LONGEST / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser has no canvas');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`no PNG of ${canvas.width} × ${canvas.height} pixels`));
    }, 'image/png');
  });
}
