import { AreaField, TextField } from "../../parts/fields.tsx";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { RadioField } from "../radio-field.tsx";
import { useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import { MailTest } from "./mail-test.tsx";
import { fromLines, type Rules, toLines } from "./rules.ts";
import { type SaveRules, WithRules } from "./with-rules.tsx";

/** Who gets mails, and from whom they are. */
export const MailSection = () => (
  <WithRules>
    {(rules, save) => (
      <>
        <Inputs rules={rules} save={save} />
        <MailTest tested={rules.mailTested} />
      </>
    )}
  </WithRules>
);

interface Props {
  readonly rules: Rules;
  readonly save: SaveRules;
}

function Inputs({ rules: { mail, mailFrom, mailTo }, save }: Props) {
  const words = useWords(WORDS);
  const begun = { mail, mailFrom: mailFrom ?? "", mailTo: toLines(mailTo ?? []) };
  const form = useForm(begun, (typed) => save({ ...typed, mailTo: fromLines(typed.mailTo) }), [
    ...["mail", "mailFrom", "mailTo"],
  ]);
  const { typed, set, error } = form;
  return (
    <FormFrame form={form}>
      <RadioField
        {...{ label: words.mail, options: words.mails, value: typed.mail, error: error("mail") }}
        onChange={(chosen) => set({ mail: chosen })}
      />
      <TextField
        {...{ label: words.mailFrom, hint: words.mailFromHint, type: "email", optional: true }}
        value={typed.mailFrom}
        onInput={(text) => set({ mailFrom: text })}
        error={error("mailFrom")}
      />
      <AreaField
        {...{ label: words.mailTo, hint: words.mailToHint, optional: true }}
        value={typed.mailTo}
        onInput={(text) => set({ mailTo: text })}
        error={error("mailTo")}
        spellcheck={false}
      />
    </FormFrame>
  );
}
