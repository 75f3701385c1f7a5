/** Whether an operation fails before it has any effect, or after it had all of it. */
export type When = "before" | "after";

/** One operation of some that fails: the `at`th, from 0. */
export class OneFailure {
  #count = 0;
  readonly at: number;
  readonly when: When;

  constructor(at: number, when: When) {
    this.at = at;
    this.when = when;
  }

  /** Whether it has come to that. */
  get happened(): boolean {
    return this.#count > this.at;
  }

  /** Does something, and fails if its turn has come. */
  async on<To>(work: () => Promise<To>): Promise<To> {
    const fails = this.#count++ === this.at;
    if (fails && this.when === "before") throw new Error("D1_ERROR: Network connection lost.");
    const result = await work();
    if (fails) throw new Error("D1_ERROR: Network connection lost.");
    return result;
  }
}

/** D1 of which one operation fails. */
export function failingDb(db: D1Database, failure: OneFailure): D1Database {
  const plain = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      first: (column?: string) =>
        failure.on(() => (column ? statement.first(column) : statement.first())),
      all: () => failure.on(() => statement.all()),
      run: () => failure.on(() => statement.run()),
    } as unknown as D1PreparedStatement;
    plain.set(wrapped, statement);
    return wrapped;
  };
  const failing = {
    prepare: (sql: string) => wrap(db.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) =>
      failure.on(() => db.batch(statements.map((one) => plain.get(one) ?? one))),
    withSession: () => failing,
  } as unknown as D1Database;
  return failing;
}

/** D1 whose large batches die at their `at`th statement, from 0: what ran before it in the batch is undone by D1. */
export function dyingInBatch(db: D1Database, at: number) {
  const dying = {
    died: false,
    db: new Proxy(db, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (name !== "batch") return typeof value === "function" ? value.bind(target) : value;
        return (statements: D1PreparedStatement[]) => {
          if (statements.length < LARGE || at > statements.length) return target.batch(statements);
          dying.died = true;
          const broken = target.prepare("SELECT json('{')");
          return target.batch([...statements.slice(0, at), broken, ...statements.slice(at)]);
        };
      },
    }),
  };
  return dying;
}

/** Statements of a batch that is about more than a question. */
const LARGE = 10;

/** KV of which one operation fails. */
export const failingKv = (kv: KVNamespace, failure: OneFailure): KVNamespace =>
  new Proxy(kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...values: unknown[]) => failure.on(() => value.apply(target, values));
    },
  });

/** A queue whose messages are kept, and of which one operation fails. */
export function failingQueue(failure: OneFailure): Queue & { readonly bodies: unknown[] } {
  const bodies: unknown[] = [];
  const keep = (messages: readonly { body: unknown }[]) =>
    failure.on(async () => void bodies.push(...messages.map(({ body }) => body)));
  return {
    bodies,
    send: (body: unknown) => keep([{ body }]),
    sendBatch: keep,
  } as unknown as Queue & { readonly bodies: unknown[] };
}
