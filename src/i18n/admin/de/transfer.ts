/** Every German word about moving. */
export const de = {
  title: "Umzug",
  about:
    "Ein altes WordPress-Blog zieht vom eigenen Rechner aus um, im Ordner dieses Blogs. Von dieser Seite aus geht es noch nicht.",
  steps: "So geht es",
  export:
    "In WordPress unter Werkzeuge → Daten exportieren „Alle Inhalte“ wählen und die Datei speichern.",
  try: "Zum Anschauen erst in das Blog auf diesem Rechner einlesen; npm start zeigt es.",
  media:
    "Mit Bildern und Aufnahmen: dazu den Ordner wp-content/uploads des alten Blogs angeben, oder ein Zip davon.",
  remote: "Wenn es gefällt, dasselbe in das Blog im Netz.",
  often:
    "Beiträge, Seiten, Kommentare, Kategorien, Schlagwörter und Medien kommen mit, und jede Adresse bleibt, wie sie war. Das lässt sich wiederholen: was schon da ist, bleibt, und Neues kommt dazu.",
  more: "Mehr steht in docs/move-from-wordpress.md.",
  command: "Befehl",
};

export type TransferWords = typeof de;
