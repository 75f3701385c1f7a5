import { Component } from "preact";
import type { IslandWords } from "../i18n/island/de.ts";
import { ask, type Problem } from "./ask.ts";
import type { Sent } from "./deliver.ts";
import { forgetOwn, isEditable, keepOwn, type Own } from "./kept.ts";
import { Nodes } from "./nodes.tsx";

interface Props {
  readonly words: IslandWords;
  readonly comment: Sent;
  readonly own: Own;
}

interface State {
  readonly comment: Sent;
  /** Withdrawing is asked for twice: it cannot be undone. */
  readonly doing: "show" | "sure" | "edit" | "withdrawn";
  readonly problem: string;
}

/** One's own comment in the list: as everybody will see it, with what only its writer can do. */
export class Placed extends Component<Props, State> {
  override state: State = { comment: this.props.comment, doing: "show", problem: "" };

  override render({ words }: Props, { comment, doing, problem }: State) {
    if (doing === "withdrawn") {
      return (
        <p class="comment removed" role="status">
          {words.withdrawn}
        </p>
      );
    }
    return (
      <article class="comment mine" tabIndex={-1}>
        <header class="comment-head">
          {comment.number && <span class="number">#{comment.number}</span>}{" "}
          <b class="name">{comment.name}</b>{" "}
          {comment.number === null && <span class="badge">{words.pending}</span>}
        </header>
        {comment.message && (
          <p class="news" role="status">
            {comment.message}
          </p>
        )}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {comment.quote && <blockquote class="passage">{comment.quote}</blockquote>}
        {doing === "edit" ? this.editor() : [<Nodes nodes={comment.nodes} />, this.tools()]}
      </article>
    );
  }

  tools() {
    const { words, own } = this.props;
    const sure = this.state.doing === "sure";
    return (
      <p class="tools">
        {isEditable(own) && (
          <>
            {own.text && (
              <button type="button" onClick={() => this.setState({ doing: "edit" })}>
                {words.edit}
              </button>
            )}
            <button
              type="button"
              onClick={() =>
                sure ? this.act({ action: "withdraw" }) : this.setState({ doing: "sure" })
              }
            >
              {sure ? words.sure : words.withdraw}
            </button>
          </>
        )}
        <a href={`/comments/${own.id}/?token=${own.token}`}>{words.own}</a>
      </p>
    );
  }

  editor() {
    const { words, own } = this.props;
    return (
      <form class="comment-form" onSubmit={(event) => this.save(event)}>
        <p class="field">
          <textarea name="text" required aria-label={words.edit} defaultValue={own.text} rows={5} />
        </p>
        <button type="submit">{words.save}</button>{" "}
        <button type="button" onClick={() => this.setState({ doing: "show", problem: "" })}>
          {words.cancel}
        </button>
      </form>
    );
  }

  save(event: SubmitEvent) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get("text"));
    this.act({ action: "edit", text });
  }

  async act(what: { readonly action: "edit" | "withdraw"; readonly text?: string }) {
    const { own, words } = this.props;
    const { id, token } = own;
    const reply = await ask<Sent & Problem>(`/comments/${id}/`, { token, ...what }).catch(
      () => null,
    );
    const done = reply?.status === 200 && reply.data;
    if (!done) this.setState({ problem: reply?.data?.detail || words.broken });
    else if (what.text === undefined) {
      forgetOwn(id);
      this.setState({ doing: "withdrawn" });
    } else {
      keepOwn({ ...own, text: what.text });
      this.setState({ doing: "show", comment: { ...this.state.comment, ...done }, problem: "" });
    }
  }
}
