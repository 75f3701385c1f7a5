import { useCallback, useRef, useState } from "preact/hooks";
import type { Media } from "../../admin-api/media.ts";
import { Button } from "../parts/button.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useWords } from "../words.ts";
import { mediaSentence, WORDS } from "./media-words.ts";
import { mayPass } from "./send.ts";
import { uploadFile } from "./upload.ts";

/** A file on its way. */
interface Row {
  readonly id: number;
  readonly file: File;
  /** From 0 to 1. */
  readonly fraction: number;
  readonly problem: Problem | null;
  readonly stop: AbortController;
}

/** Files on their way, one after the other; `add` takes more. What failed stays until it is tried again or dropped. */
export function useUploads(onDone: (media: Media) => void) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const last = useRef(0);
  const done = useRef(onDone);
  done.current = onDone;
  const change = useCallback(
    (id: number, changes: Partial<Row>) =>
      setRows((all) => all.map((row) => (row.id === id ? { ...row, ...changes } : row))),
    [],
  );
  const drop = useCallback(
    (id: number) => setRows((all) => all.filter((row) => row.id !== id)),
    [],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const row: Row = {
          ...{ id: ++last.current, file, fraction: 0, problem: null, stop: new AbortController() },
        };
        setRows((all) => [...all, row]);
        line.current = line.current.then(() => send(row));
      }
      async function send({ id, file, stop }: Row): Promise<void> {
        if (stop.signal.aborted) return;
        const onProgress = (fraction: number) => change(id, { fraction });
        try {
          done.current(await uploadFile(file, { onProgress, signal: stop.signal }));
          drop(id);
        } catch (error) {
          if (!stop.signal.aborted) change(id, { problem: toProblem(error) });
        }
      }
    },
    [change, drop],
  );
  return { rows, add, drop };
}

interface Props {
  readonly uploads: ReturnType<typeof useUploads>;
}

/** How far they are, and why one did not come through. */
export function UploadList({ uploads: { rows, add, drop } }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  if (rows.length === 0) return null;
  const stop = (row: Row) => {
    row.stop.abort();
    drop(row.id);
  };
  const again = (row: Row) => {
    drop(row.id);
    add([row.file]);
  };
  return (
    <ul class="uploads" aria-label={words.uploading}>
      {rows.map((row) => (
        <li key={row.id}>
          <span class="upload-name">{row.file.name}</span>
          {row.problem ? (
            <span class="error" role="alert">
              {mediaSentence(row.problem, words, shell)}
            </span>
          ) : (
            <progress aria-label={row.file.name} max={1} value={row.fraction} />
          )}
          {row.problem && mayPass(row.problem) && (
            <Button onClick={() => again(row)}>{shell.again}</Button>
          )}
          <Button look="bare" onClick={() => stop(row)}>
            {row.problem ? shell.remove : shell.cancel}
          </Button>
        </li>
      ))}
    </ul>
  );
}
