/** What authors of the blog are to it. */
export const ROLES = ["owner", "editor", "author"] as const;
export type Role = (typeof ROLES)[number];

/** What somebody may do; the first two also come as "all", which is other people's too. */
export const CAPABILITIES = [
  "posts.own",
  "posts.all",
  "comments.own",
  "comments.all",
  "media",
  "media.all",
  "terms",
  "frame",
  "settings",
  "people",
  "transfer",
  "health",
] as const;
export type Capability = (typeof CAPABILITIES)[number];

const AUTHOR: readonly Capability[] = ["posts.own", "comments.own", "media"];
const EDITOR: readonly Capability[] = [
  ...AUTHOR,
  ...(["posts.all", "comments.all", "media.all", "terms", "frame", "health"] as const),
];

/** The one table of who may do what. docs/write.md prints it, and a test holds every address of the API against it. */
export const MAY: Readonly<Record<Role, readonly Capability[]>> = {
  owner: CAPABILITIES,
  editor: EDITOR,
  author: AUTHOR,
};

export const may = (role: Role, capability: Capability): boolean => MAY[role].includes(capability);
