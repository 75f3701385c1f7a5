import type { Frame } from "../../admin-api/frame.ts";
import { useAsked } from "../asked.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/states.tsx";
import { useWords } from "../words.ts";
import { Blogroll } from "./blogroll.tsx";
import { Navigation } from "./navigation.tsx";
import { Sidebar } from "./sidebar.tsx";
import { WORDS } from "./words.ts";

export interface FrameProps {
  readonly frame: Frame;
  readonly onSaved: (frame: Frame) => void;
}

/** What stands around every page. */
export function FramePage() {
  const words = useWords(WORDS);
  const asked = useAsked<Frame>("/api/frame");
  return (
    <>
      <PageHead title={words.title} />
      <Answered asked={asked}>
        {(frame) => (
          <>
            <Navigation frame={frame} onSaved={asked.put} />
            <Sidebar frame={frame} onSaved={asked.put} />
            <Blogroll frame={frame} onSaved={asked.put} />
          </>
        )}
      </Answered>
    </>
  );
}
