import { render } from "preact";
import type { MineWords } from "../i18n/mine/de.ts";
import { ask } from "./ask.ts";
import type { Sent } from "./deliver.ts";
import { forgetOwn, keepOwn, listOwn } from "./kept.ts";
import { mineWords } from "./mine-words.ts";
import { Nodes } from "./nodes.tsx";
import { fromFragment } from "./tokens.ts";
import { Bring, Take } from "./travel.tsx";

interface Mine extends Sent {
  readonly post: { readonly title: string; readonly path: string };
  readonly answers: readonly Answer[];
}

interface Answer {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly excerpt: string;
  readonly href: string;
}

/** All comments of this browser, and those that a link brings from another one. */
export async function start(place: HTMLElement): Promise<void> {
  const words = await mineWords();
  const brought = fromFragment(location.hash);
  // Tokens are secret, and an address bar is not.
  if (location.hash) history.replaceState(null, "", location.pathname);
  const answer = (keep: boolean) => {
    if (keep) for (const own of brought) keepOwn(own);
    list(place, words);
  };
  if (brought.length > 0)
    render(<Bring words={words} count={brought.length} onAnswer={answer} />, place);
  else list(place, words);
}

/** Comments that are asked for at once. */
const MOST = 100;

async function list(place: HTMLElement, words: MineWords): Promise<void> {
  const own = listOwn();
  const show = (comments: readonly Mine[], problem = "") =>
    render(
      <>
        {problem && <p role="alert">{problem}</p>}
        {own.length === 0 ? <p>{words.none}</p> : <Take words={words} own={own} />}
        <ol class="comments">
          {comments.map((comment) => (
            <Item key={comment.id} words={words} comment={comment} onForget={forget} />
          ))}
        </ol>
      </>,
      place,
    );
  const forget = (id: string) => {
    forgetOwn(id);
    list(place, words);
  };
  if (own.length === 0) return show([]);
  const tokens = own.slice(-MOST).map(({ id, token }) => ({ id, token }));
  const reply = await ask<{ comments: Mine[] }>("/comments/mine/", { tokens });
  const comments = reply?.status === 200 ? reply.data?.comments : undefined;
  show(comments ?? [], comments ? "" : words.broken);
}

interface ItemProps {
  readonly words: MineWords;
  readonly comment: Mine;
  readonly onForget: (id: string) => void;
}

const Item = ({ words, comment, onForget }: ItemProps) => {
  const { id, number, name, post, nodes, answers } = comment;
  const token = listOwn().find((own) => own.id === id)?.token;
  return (
    <li>
      <article class="comment">
        <header class="comment-head">
          {number ? <span class="number">#{number}</span> : <b class="badge">{words.pending}</b>}
          <b class="name">{name}</b>
          <span>
            {words.on} <a href={number ? `/comments/${id}/` : post.path}>{post.title}</a>
          </span>
        </header>
        <Nodes nodes={nodes} />
        <p class="tools">
          <a href={`/comments/${id}/?token=${token}`}>{words.own}</a>
          <button type="button" onClick={() => onForget(id)}>
            {words.forget}
          </button>
        </p>
      </article>
      {answers.length > 0 && <Answers words={words} answers={answers} />}
    </li>
  );
};

const Answers = ({ words, answers }: { words: MineWords; answers: readonly Answer[] }) => (
  <ol class="comments" aria-label={words.answers}>
    {answers.map(({ id, number, name, excerpt, href }) => (
      <li key={id}>
        <a href={href}>
          #{number} {name}
        </a>{" "}
        {excerpt}
      </li>
    ))}
  </ol>
);
