/** Gives a picture in so many pixels of width, as WebP. */
export type Shrink = (bytes: Uint8Array, width: number) => Promise<Uint8Array<ArrayBuffer>>;

/** The one adapter for Cloudflare's Images binding: developers.cloudflare.com/images/transform-images/bindings */
export const shrinkWith =
  (images: ImagesBinding): Shrink =>
  async (bytes, width) => {
    const picture = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    const result = await images
      .input(picture)
      .transform({ width, fit: "scale-down" })
      .output({ format: "image/webp", quality: 80 });
    return new Uint8Array(await new Response(result.image()).arrayBuffer());
  };
