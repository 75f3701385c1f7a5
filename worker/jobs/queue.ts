import type { Message, MessageBatch } from "@cloudflare/workers-types";
import { shortTag } from "../cache/tags.ts";
import type { FiguresDraft } from "../db/write/figures.ts";
import type { DeadLetter } from "../db/write/health.ts";
import type { EdgeCache } from "./edge-cache.ts";
import { type JobMessage, parseJob, parseRefresh, type RefreshMessage } from "./messages.ts";
import { refresh } from "./refresh.ts";
import type { RefreshPorts } from "./refresh-ports.ts";

/** Seconds between a failure and the next try. */
const AGAIN_SECONDS = 5;
/** Seconds after a change: by then KV and the isolates have it, so that the edge cannot fetch what was before. */
const PURGE_SECONDS = 80;

export interface QueuePorts {
  readonly refresh: RefreshPorts;
  readonly edge: EdgeCache;
  readonly deliver: (outboxId: number) => Promise<void>;
  readonly applyErasures: () => Promise<unknown>;
  /** Adds what an isolate counted to the sums of its day, once. */
  readonly count: (figures: FiguresDraft) => Promise<unknown>;
  /** Keeps a message that failed too often. */
  readonly keep: (letter: Omit<DeadLetter, "at">) => Promise<unknown>;
  readonly sendJob: (message: JobMessage, delaySeconds: number) => Promise<void>;
}

/** Messages of both queues. One that nobody here knows is from another release: it goes back, and in the end to the dead letters. */
export async function consume(batch: MessageBatch, ports: QueuePorts): Promise<void> {
  if (/-dead$/.test(batch.queue)) return keepDead(batch, ports);
  const refreshing: [Message, RefreshMessage][] = [];
  for (const message of batch.messages) {
    const known = parseRefresh(message.body);
    if (known) refreshing.push([message, known]);
    else await runJob(message, ports);
  }
  if (refreshing.length === 0) return;
  const messages = refreshing.map(([, known]) => known);
  try {
    await refresh(messages, ports.refresh);
    await purgeLater(messages, ports);
    for (const [message] of refreshing) message.ack();
  } catch (error) {
    console.error(JSON.stringify({ level: "error", message: `Refresh: ${error}` }));
    for (const [message] of refreshing) message.retry({ delaySeconds: AGAIN_SECONDS });
  }
}

/** Each is acknowledged when it is kept; which queue it came from, its kind says. */
async function keepDead({ messages }: MessageBatch, { keep }: QueuePorts): Promise<void> {
  for (const message of messages) {
    const queue = parseRefresh(message.body) ? "refresh" : "jobs";
    const kept = { id: message.id, queue, body: JSON.stringify(message.body) } as const;
    await keep(kept).then(
      () => message.ack(),
      () => message.retry({ delaySeconds: AGAIN_SECONDS }),
    );
  }
}

async function runJob(message: Message, ports: QueuePorts): Promise<void> {
  const job = parseJob(message.body);
  if (!job) return message.retry();
  try {
    await doJob(job, ports);
    message.ack();
  } catch {
    message.retry({ delaySeconds: AGAIN_SECONDS });
  }
}

function doJob(job: JobMessage, ports: QueuePorts): Promise<unknown> {
  const { edge, deliver, applyErasures, count } = ports;
  if (job.kind === "figures") return count(job);
  if (job.kind === "mail") return deliver(job.id);
  return job.kind === "erasures" ? applyErasures() : edge.purge(job.tags);
}

/** One purge for all that a batch changed. */
async function purgeLater(messages: readonly RefreshMessage[], ports: QueuePorts): Promise<void> {
  if (!ports.edge.on) return;
  const tags = messages.flatMap((message) => (message.kind === "change" ? message.tags : []));
  if (tags.length === 0) return;
  await ports.sendJob({ kind: "purge", tags: [...new Set(tags.map(shortTag))] }, PURGE_SECONDS);
}
