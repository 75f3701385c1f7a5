import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PageHead } from "../parts/page-head.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { navigate, useLocation } from "../router.tsx";
import { useWords } from "../words.ts";
import { BlogForm } from "./blog/blog-form.tsx";
import { ColoursForm } from "./blog/colours-form.tsx";
import { PodcastForm } from "./blog/podcast-form.tsx";
import { RetentionForm } from "./blog/retention-form.tsx";
import { LegalSection } from "./legal/legal-section.tsx";
import { MailSection } from "./rules/mail-section.tsx";
import { ModerationForm } from "./rules/moderation-form.tsx";
import { WORDS } from "./words.ts";

const SECTIONS = {
  blog: BlogForm,
  comments: ModerationForm,
  mail: MailSection,
  colours: ColoursForm,
  podcast: PodcastForm,
  retention: RetentionForm,
  legal: LegalSection,
} satisfies Record<string, ComponentType>;

type Section = keyof typeof SECTIONS;

const isSection = (name: string): name is Section => Object.hasOwn(SECTIONS, name);

/** What an owner decides about the blog as a whole. Which section is open stands in the address. */
export function SettingsPage() {
  const words = useWords(WORDS);
  const { query } = useLocation();
  const asked = query.get("section") ?? "";
  const section: Section = isSection(asked) ? asked : "blog";
  const opened = useOpened(section);
  return (
    <>
      <PageHead title={words.title} />
      <div class="tools">
        <Tabs<Section>
          label={words.sections}
          value={section}
          onChange={(value) => navigate(`/admin/settings/?section=${value}`, { replace: true })}
          options={(Object.keys(SECTIONS) as Section[]).map((value) => ({
            ...{ value, label: words.sectionsOf[value] },
          }))}
        />
      </div>
      {opened.map((name) => {
        const Body = SECTIONS[name];
        return (
          <div key={name} hidden={name !== section}>
            <Body />
          </div>
        );
      })}
    </>
  );
}

/** Sections that somebody has been to: what they typed there is still there when they come back. */
function useOpened(section: Section): readonly Section[] {
  const [opened, setOpened] = useState<readonly Section[]>([section]);
  useEffect(() => {
    setOpened((now) => (now.includes(section) ? now : [...now, section]));
  }, [section]);
  return opened;
}
