// What the process of workerd worked, in milliseconds of CPU: waiting and the load's own work do not count.
import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of a clock tick in /proc: sysconf(_SC_CLK_TCK) is 100 on Linux. */
const TICK_MS = 10;

/** CPU that this process's workerd children have used so far; NaN where there is no /proc. */
export function cpuOfWorkerd(): number {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(readStat)
      .filter((stat) => stat.command === "workerd" && stat.parent === process.pid)
      .reduce((sum, { cpu }) => sum + cpu, 0);
  } catch {
    return Number.NaN;
  }
}

/** See proc(5): the command stands in brackets and may hold anything; after it come state, parent and, from the 14th field, times. */
function readStat(pid: string): { command: string; parent: number; cpu: number } {
  let text = "";
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    // It has ended meanwhile.
  }
  const [, command = "", rest = ""] = /^\d+ \((.*)\) (.*)$/s.exec(text) ?? [];
  const fields = rest.split(" ").map(Number);
  const [user = 0, system = 0] = fields.slice(11, 13);
  return { command, parent: fields[1] ?? 0, cpu: (user + system) * TICK_MS };
}
