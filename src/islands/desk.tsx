import { render } from "preact";
import type { IslandWords } from "../i18n/island/de.ts";
import type { CommentNode } from "../model.ts";
import { type Delivery, deliver, type News, type Sent } from "./deliver.ts";
import { type About, Below, Foot, Head } from "./extras.tsx";
import { clearProblems, fill, hostAfter, inputOf, lock, showProblem } from "./fields.ts";
import { type Fields, keepDraft, keepPerson, readDraft, readPerson } from "./kept.ts";
import { newSubmission } from "./submission.ts";

/** Milliseconds without a key until the preview is asked for. */
const QUIET_MS = 700;

/** The form that is there, taken over: its fields stay as they are, with what was typed, focus and caret. */
export class Desk {
  readonly #home: HTMLElement;
  readonly #begun = Date.now();
  readonly #head = document.createElement("div");
  readonly #below: HTMLElement;
  readonly #foot: HTMLElement;
  #submission = newSubmission();
  #delivery: Delivery | null = null;
  #about: About | null = null;
  #opener: HTMLElement | null = null;
  #nodes: readonly CommentNode[] = [];
  #news = { status: "", problem: "" };
  #timer = 0;

  constructor(
    readonly form: HTMLFormElement,
    readonly words: IslandWords,
    readonly ports: {
      readonly preview: (post: string, text: string) => Promise<readonly CommentNode[]>;
      readonly sent: (comment: Sent, fields: Fields) => void;
    },
  ) {
    this.#home = form.parentElement as HTMLElement;
    form.prepend(this.#head);
    this.#below = hostAfter(form, "textarea[name=text]");
    this.#foot = hostAfter(form, ".send");
    this.#remember();
    const { text, post } = form.elements as unknown as Record<string, HTMLInputElement>;
    if (text && post && !text.value) text.value = readDraft(post.value);
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#delivery) this.#send(this.#fields());
    });
    this.#typed();
  }

  /** Brings the form to what it is about. */
  move(to: Element, about: About, values: Partial<Fields>, opener: HTMLElement): void {
    if (this.#delivery) return inputOf(this.form, "text").focus();
    this.#about = about;
    this.#opener = opener;
    fill(this.form, { parent: "", quote: "", prefix: "", suffix: "", ...values });
    to.after(this.form);
    this.#draw();
    inputOf(this.form, "text").focus();
  }

  /** Sends what an earlier visit could not. */
  resume(fields: Fields): void {
    this.#submission = fields.submission;
    fill(this.form, fields);
    this.#send(fields, this.words.earlier);
  }

  #leave(): void {
    this.#about = null;
    fill(this.form, { parent: "", quote: "", prefix: "", suffix: "" });
    this.#home.append(this.form);
    this.#draw();
  }

  #fields(): Fields {
    const typed = Object.fromEntries(new FormData(this.form)) as Record<string, string>;
    const seconds = String(Math.round((Date.now() - this.#begun) / 1000));
    const { remember, ...fields } = typed;
    const { name = "", email = "", url = "", text = "", post = "" } = fields;
    keepPerson(remember ? { name, email, url } : null);
    return { notify: "", ...fields, text, post, seconds, submission: this.#submission };
  }

  #send(fields: Fields, before = ""): void {
    clearProblems(this.form);
    lock(this.form, true);
    this.#delivery = deliver(fields, (news) => this.#hear(news, fields, before));
    // From here on it is kept as what is to be sent.
    keepDraft(fields.post, "");
  }

  #hear(news: News, fields: Fields, before: string): void {
    this.#news = { status: "", problem: "" };
    if (news.kind === "sending") this.#news.status = before + this.words.sending;
    else if (news.kind === "later") this.#news.status = before + this.words[news.why](news.seconds);
    else {
      this.#release(fields);
      if (news.kind === "sent") this.#done(news.comment, fields);
      else if (!showProblem(this.form, news.field, news.sentence || this.words.broken))
        this.#news.problem = news.sentence || this.words.broken;
    }
    this.#draw();
  }

  #done(comment: Sent, fields: Fields): void {
    this.#submission = newSubmission();
    keepDraft(fields.post, "");
    fill(this.form, { text: "", quote: "" });
    this.#nodes = [];
    this.#leave();
    this.ports.sent(comment, fields);
  }

  #release({ post, text }: Fields): void {
    this.#delivery = null;
    lock(this.form, false);
    keepDraft(post, text);
  }

  #typed(): void {
    const { text = "", post = "" } = this.#fieldsNow();
    if (!this.#delivery) keepDraft(post, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      this.#nodes = text.trim() ? await this.ports.preview(post, text) : [];
      this.#draw();
    }, QUIET_MS) as unknown as number;
    this.#draw();
  }

  #fieldsNow = () => Object.fromEntries(new FormData(this.form)) as Record<string, string>;

  #remember(): void {
    const person = readPerson();
    const { name } = this.form.elements as unknown as Record<string, HTMLInputElement>;
    if (person && !name?.value) fill(this.form, person);
    const tick = hostAfter(this.form, ".person");
    render(
      <label class="tick">
        <input type="checkbox" name="remember" defaultChecked={person !== null} />{" "}
        {this.words.remember}
      </label>,
      tick,
    );
  }

  #draw(): void {
    const { words } = this;
    const cancel = () => {
      this.#leave();
      this.#opener?.focus();
    };
    const stop = () => {
      this.#delivery?.stop();
      this.#release(this.#fields());
      this.#submission = newSubmission();
      this.#news.status = "";
      this.#draw();
    };
    const text = inputOf(this.form, "text");
    const waiting = this.#delivery && { now: () => this.#delivery?.now(), stop };
    render(<Head words={words} about={this.#about} onCancel={cancel} />, this.#head);
    render(
      <Below words={words} left={text.maxLength - text.value.length} nodes={this.#nodes} />,
      this.#below,
    );
    render(<Foot words={words} {...this.#news} waiting={waiting} />, this.#foot);
  }
}
