import { render } from "preact";
import type { IslandWords } from "../i18n/island/de.ts";
import type { CommentNode } from "../model.ts";
import { type Delivery, deliver, type News, type Sent } from "./deliver.ts";
import { type About, Extras, Head } from "./extras.tsx";
import { clearProblems, fill, lock, showProblem, valuesOf } from "./fields.ts";
import { type Fields, keepDraft, keepPerson, knownBy, readDraft, readPerson } from "./kept.ts";
import { askPreview } from "./preview.ts";
import { newSubmission } from "./submission.ts";

/** Milliseconds without a key until the preview is asked for. */
const QUIET_MS = 1_000;

/** The form that is there, taken over: its fields stay as they are, with what was typed, focus and caret. */
export class Desk {
  readonly #form: HTMLFormElement;
  readonly #words: IslandWords;
  readonly #sent: (comment: Sent, fields: Fields) => void;
  readonly #home: ParentNode | null;
  readonly #text: HTMLTextAreaElement;
  readonly #head = document.createElement("div");
  readonly #extras = document.createElement("div");
  readonly #known = readPerson();
  readonly #begun = Date.now();
  #submission = newSubmission();
  #delivery: Delivery | null = null;
  #about: About | null = null;
  #opener: HTMLElement | null = null;
  #nodes: readonly CommentNode[] = [];
  #status = "";
  #problem = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    form: HTMLFormElement,
    words: IslandWords,
    sent: (comment: Sent, fields: Fields) => void,
  ) {
    this.#form = form;
    this.#words = words;
    this.#sent = sent;
    this.#home = form.parentNode;
    this.#text = form.elements.namedItem("text") as HTMLTextAreaElement;
    const { name, post } = valuesOf(form);
    if (this.#known && !name) fill(form, this.#known);
    this.#text.value ||= readDraft(post);
    form.prepend(this.#head);
    form.querySelector(".send")?.before(this.#extras);
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#delivery) this.#delivery.now();
      else this.#send(this.#fields());
    });
    this.#typed();
  }

  /** Brings the form to what it is about. */
  move(to: Element, about: About, values: Partial<Fields>, opener: HTMLElement): void {
    if (!this.#delivery) {
      this.#about = about;
      this.#opener = opener;
      fill(this.#form, { ...NOTHING, ...values });
      to.after(this.#form);
      this.#draw();
    }
    this.#text.focus();
  }

  /** Sends what an earlier visit could not. */
  resume(fields: Fields): void {
    this.#submission = fields.submission;
    fill(this.#form, fields);
    this.#send(fields, this.#words.earlier);
  }

  #leave(): void {
    this.#about = null;
    fill(this.#form, NOTHING);
    this.#home?.append(this.#form);
    this.#draw();
  }

  #fields(): Fields {
    const { remember, ...fields } = valuesOf(this.#form);
    const { name, email, url } = fields;
    keepPerson(remember ? { name, email, url } : null);
    const seconds = `${Math.round((Date.now() - this.#begun) / 1000)}`;
    return { ...fields, seconds, submission: this.#submission, token: knownBy() };
  }

  #send(fields: Fields, before = ""): void {
    clearProblems(this.#form);
    lock(this.#form, true);
    // From here on it is kept as what is to be sent.
    keepDraft(fields.post, "");
    this.#delivery = deliver(fields, (news) => this.#hear(news, fields, before));
  }

  #hear(news: News, fields: Fields, before: string): void {
    const words = this.#words;
    this.#status = this.#problem = "";
    if (news.kind === "sending") this.#status = before + words.sending;
    else if (news.kind === "later") this.#status = before + words[news.why];
    else this.#release(fields);
    if (news.kind === "sent") {
      this.#text.value = "";
      this.#nodes = [];
      keepDraft(fields.post, "");
      this.#leave();
      this.#sent(news.comment, fields);
    } else if (news.kind === "refused") {
      const sentence = news.sentence || words.broken;
      if (!showProblem(this.#form, news.field, sentence)) this.#problem = sentence;
    }
    this.#draw();
  }

  /** The form is its writer's again; what is sent next is another comment. */
  #release({ post, text }: Fields): void {
    this.#delivery = null;
    this.#submission = newSubmission();
    lock(this.#form, false);
    keepDraft(post, text);
  }

  #typed(): void {
    const { text, post } = valuesOf(this.#form);
    if (!this.#delivery) keepDraft(post, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      this.#nodes = (await askPreview(post, text)) ?? this.#nodes;
      this.#draw();
    }, QUIET_MS);
    this.#draw();
  }

  #draw(): void {
    const words = this.#words;
    const cancel = () => {
      this.#leave();
      this.#opener?.focus();
    };
    const stop = () => {
      this.#delivery?.stop();
      this.#status = "";
      this.#release(valuesOf(this.#form));
      this.#draw();
    };
    render(<Head words={words} about={this.#about} onCancel={cancel} />, this.#head);
    render(
      <Extras
        words={words}
        left={this.#text.maxLength - this.#text.value.length}
        nodes={this.#nodes}
        known={this.#known !== null}
        status={this.#status}
        problem={this.#problem}
        onStop={this.#delivery && stop}
      />,
      this.#extras,
    );
  }
}

/** What a comment on the post as a whole is about. */
const NOTHING = { parent: "", quote: "", prefix: "", suffix: "" };
