import type { Case, Signal } from "../spam.ts";

/** For a host that led to spam once; each further time counts as much again. */
const ONCE = 5;
/** At most, for all hosts together. */
const MOST = 12;

/** Hosts of earlier spam, but for those that honest comments led to as often. */
export function badHosts({ leadsTo, hosts }: Case): Signal[] {
  const bad = leadsTo.filter((host) => {
    const { approved = 0, spam = 0 } = hosts.get(host) ?? {};
    return spam > approved;
  });
  const times = bad.reduce((sum, host) => sum + (hosts.get(host)?.spam ?? 0), 0);
  if (times === 0) return [];
  return [
    { code: "bad-host", detail: bad.slice(0, 3).join(", "), weight: Math.min(ONCE * times, MOST) },
  ];
}
