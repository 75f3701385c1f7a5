import type { PostFull } from "../../admin-api/posts.ts";
import { useDesk } from "./desk.ts";
import type { SaveReport } from "./saving/ports.ts";
import { Icon } from "./toolbar/icons.tsx";

/** What can lie over or beside the text. */
export type Opened = "publish" | "revisions" | "conflict" | "preview-link";

interface TopBarProps {
  readonly post: PostFull;
  readonly report: SaveReport;
  readonly isPreviewed: boolean;
  readonly isDetailed: boolean;
  readonly onOpen: (what: Opened) => void;
  readonly onPreview: () => void;
  readonly onDetails: () => void;
  readonly onResume: () => void;
}

/** Where the text stands, whether it is saved, and what can be done with it. */
export function TopBar({ post, report, onOpen, onResume, ...toggles }: TopBarProps) {
  const { words } = useDesk();
  const list = post.kind === "page" ? "/admin/pages/" : "/admin/posts/";
  const isDraft = post.status === "draft";
  return (
    <header class="ed-top">
      <a class="ed-back" href={list}>
        ← <span>{post.kind === "page" ? words.backPages : words.back}</span>
      </a>
      <p class="ed-status">
        <span class={`ed-mark ${post.status}`}>{words.statuses[post.status]}</span>{" "}
        <SaveMark {...{ report, onOpen, onResume }} />
      </p>
      <div class="ed-actions">
        <Toggle name="preview" isOn={toggles.isPreviewed} onToggle={toggles.onPreview} />
        <Toggle name="panel" isOn={toggles.isDetailed} onToggle={toggles.onDetails} />
        <button type="button" class="button main" onClick={() => onOpen("publish")}>
          {isDraft ? words.publish.button : words.publish.change}
        </button>
      </div>
    </header>
  );
}

interface ToggleProps {
  readonly name: "preview" | "panel";
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Toggle({ name, isOn, onToggle }: ToggleProps) {
  const { words } = useDesk();
  const label = words[name].title;
  return (
    <button
      type="button"
      class="ed-icon"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={onToggle}
    >
      <Icon name={name} />
    </button>
  );
}

type MarkProps = Pick<TopBarProps, "report" | "onOpen" | "onResume">;

/** What became of the last change; what needs somebody stands out. */
function SaveMark({ report, onOpen, onResume }: MarkProps) {
  const desk = useDesk();
  const { saving } = desk.words;
  const { state } = report;
  const urgent = state === "conflict" || state === "logged-out" || state === "refused";
  return (
    <>
      <span class={`ed-saving ${urgent ? "urgent" : ""}`} role="status">
        {sayReport(report, desk)}
      </span>
      {state === "conflict" && (
        <button type="button" class="button" onClick={() => onOpen("conflict")}>
          {saving.compare}
        </button>
      )}
      {state === "logged-out" && (
        <button type="button" class="button" onClick={onResume}>
          {saving.again}
        </button>
      )}
    </>
  );
}

function sayReport(report: SaveReport, desk: ReturnType<typeof useDesk>): string {
  const { saving } = desk.words;
  if (report.state === "refused") return saving.refused(report.sentence);
  if (report.state !== "saved") return saving[report.state];
  if (!report.savedAt) return saving.saved;
  const at = { timeStyle: "short", timeZone: desk.timeZone } as const;
  return saving.savedAt(new Intl.DateTimeFormat(desk.lang, at).format(new Date(report.savedAt)));
}
