import type { Media } from "../../admin-api/media.ts";

/** Where the blog serves a file, or one of its sizes. */
export const addressOf = ({ key, name }: Pick<Media, "key" | "name">): string =>
  `/media/${key}/${encodeURIComponent(name)}`;

/** The narrowest size of a picture that is wide enough for a small place. */
export const previewOf = (media: Media): string =>
  addressOf({ key: media.sizes[0]?.key ?? media.key, name: media.name });

/** A file as an author writes it in a post. */
export const markdownOf = (media: Pick<Media, "key" | "name" | "alt" | "type">): string => {
  const words = media.alt.replace(/[[\]\\]/g, "\\$&");
  if (media.type.startsWith("image/")) return `![${words}](${addressOf(media)})`;
  if (media.type.startsWith("audio/")) return `<audio controls src="${addressOf(media)}"></audio>`;
  if (media.type.startsWith("video/")) return `<video controls src="${addressOf(media)}"></video>`;
  return `[${words || media.name}](${addressOf(media)})`;
};
