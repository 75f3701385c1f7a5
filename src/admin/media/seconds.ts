/** Milliseconds that a browser has to find the length of a file. */
const PATIENCE_MS = 8_000;

/** How long a file plays, if this browser can play it. */
export async function secondsOf(file: Blob, type: string): Promise<number | null> {
  if (!/^(audio|video)\//.test(type)) return null;
  const player = document.createElement(type.startsWith("audio/") ? "audio" : "video");
  const address = URL.createObjectURL(file);
  try {
    return await new Promise<number | null>((done) => {
      setTimeout(() => done(null), PATIENCE_MS);
      player.onerror = () => done(null);
      player.onloadedmetadata = () =>
        done(Number.isFinite(player.duration) ? player.duration : null);
      player.preload = "metadata";
      player.src = address;
    });
  } finally {
    player.removeAttribute("src");
    URL.revokeObjectURL(address);
  }
}
