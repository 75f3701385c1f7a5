import { CAPABILITIES, may, ROLES } from "../../admin-api/roles.ts";
import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { useWords } from "../words.ts";

/** The table of who may do what, as the blog itself goes by it. */
export function RolesTable() {
  const words = useWords({ de, en });
  return (
    <details class="section fold">
      <summary>
        <h2>{words.rolesTable}</h2>
      </summary>
      <table class="table">
        <thead>
          <tr>
            <td />
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {words.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CAPABILITIES.map((capability) => (
            <tr key={capability}>
              <th scope="row">{words.can[capability]}</th>
              {ROLES.map((role) => (
                <td key={role}>
                  {may(role, capability) ? (
                    words.yes
                  ) : (
                    <span class="faded">
                      –<span class="only-heard">{words.no}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
