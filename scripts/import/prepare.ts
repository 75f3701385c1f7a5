// Runs as a process of its own, on the first import into a folder: brings its database up to date.
import { openLocal } from "../local.ts";

const local = await openLocal(process.argv[2]);
await local.dispose();
