import type { Draft, DraftStore } from "./ports.ts";

const DATABASE = "randnotiz";
const STORE = "drafts";

/** Drafts in the browser's database; where that is forbidden or full, in its local storage. */
export function browserDrafts(): DraftStore {
  const inDatabase = databaseDrafts();
  const either = async <T>(run: (store: DraftStore) => Promise<T>): Promise<T> => {
    try {
      return await run(inDatabase);
    } catch {
      return run(localDrafts);
    }
  };
  return {
    keep: (draft) => either((store) => store.keep(draft)),
    drop: async (key) => {
      await Promise.allSettled([inDatabase.drop(key), localDrafts.drop(key)]);
    },
    list: async (prefix) => {
      const lists = await Promise.allSettled([inDatabase.list(prefix), localDrafts.list(prefix)]);
      return lists.flatMap((list) => (list.status === "fulfilled" ? list.value : []));
    },
  };
}

function databaseDrafts(): DraftStore {
  const run = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ) => {
    const database = await open();
    return finished(ask(database.transaction(STORE, mode).objectStore(STORE)));
  };
  return {
    keep: async (draft) => void (await run("readwrite", (store) => store.put(draft))),
    drop: async (key) => void (await run("readwrite", (store) => store.delete(key))),
    list: (prefix) =>
      run<Draft[]>("readonly", (store) =>
        store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
      ),
  };
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    return finished(request);
  })();
  return opened;
}

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const localDrafts: DraftStore = {
  keep: async (draft) => localStorage.setItem(`draft ${draft.key}`, JSON.stringify(draft)),
  drop: async (key) => localStorage.removeItem(`draft ${key}`),
  list: async (prefix) =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(`draft ${prefix}`))
      .map((name) => JSON.parse(localStorage.getItem(name) ?? "null") as Draft),
};
