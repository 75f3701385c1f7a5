import { ROLES, type Role } from "../../admin-api/roles.ts";
import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { SelectField } from "../parts/fields.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  readonly hint?: string;
}

export function RoleField(props: Props) {
  const words = useWords({ de, en });
  const options = ROLES.map((value) => ({ value, label: words.roles[value] }));
  return <SelectField label={words.role} options={options} {...props} />;
}
