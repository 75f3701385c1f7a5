/**
 * Words that nearly every text has, and that say nothing about it. What is such a word in one of the languages and a noun
 * or a verb in the other (war, will, man, art) is looked for.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    "der die das den dem des ein eine einen einem einer eines und oder aber auch als wie wenn dass daß ob",
    "ich du er sie es wir ihr mich mir dich dir sich uns euch ihm ihn ihnen mein dein sein ihre seine",
    "ist sind bist seid waren hat habe haben hatte wird werden wurde kann",
    "in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch ohne bis",
    "nicht kein keine nur noch schon so da dann hier was wer wo",
    "the a and or but if of at by for with from to into on as is are was were be been being",
    "i you he she it we they me him her us them my your his its our their this that these those",
    "not no do does did has have had can could would should there here what which who when where how",
  ].flatMap((words) => words.split(" ")),
);
