"""The rules that run nowhere: reading, syntax and typing report their problems, here is what editors are told about them."""

from __future__ import annotations

from kompass.rule_names import RuleName
from kompass.rules.rule import EXAMPLES, Rule, Stage

RULES = (
    Rule(
        name=RuleName.AMBIGUOUS_VALUE,
        stage=Stage.FILE,
        why=("YAML macht aus solchen Wörtern heimlich etwas anderes: aus nein wird „falsch“, aus 12:30 werden 750 Sekunden."),
        fix="Setzen Sie den Wert in Anführungszeichen.",
        good='effort: "12:30"',
        bad="effort: 12:30",
    ),
    Rule(
        name=RuleName.ANCHOR_OR_ALIAS,
        stage=Stage.FILE,
        why="Verdeckte Kopien sind für andere schwer zu lesen und lassen sich missbrauchen.",
        fix=("Schreiben Sie den Wert aus. Beginnt ein Text mit * oder &, setzen Sie ihn in Anführungszeichen."),
        good='funding: "*Stand 2024: gefördert*"',
        bad="funding: *stand",
    ),
    Rule(
        name=RuleName.BINARY_FILE,
        stage=Stage.FILE,
        why="Steuerzeichen gehören nicht in Texte; meist wurde die falsche Datei gespeichert.",
        fix="Speichern Sie die Datei als reinen Text, oder löschen Sie das Zeichen.",
        good="title: Bürgerbus mit App",
        bad="title: Bürgerbus\0mit App",
    ),
    Rule(
        name=RuleName.COLON_IN_TEXT,
        stage=Stage.FILE,
        why="YAML hält das Wort vor dem Doppelpunkt für den Namen eines Feldes.",
        fix='Setzen Sie den ganzen Text in Anführungszeichen: "…"',
        good='effort: "Aufwand: zwei Stunden je Woche"',
        bad="effort: Aufwand: zwei Stunden je Woche",
    ),
    Rule(
        name=RuleName.CONFLICT_MARKER,
        stage=Stage.FILE,
        why="Hier stehen zwei Fassungen nebeneinander, und keine ist gewählt.",
        fix=("Behalten Sie die richtige Fassung, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>."),
        good=EXAMPLES + "[]\n",
        bad=EXAMPLES + "<<<<<<< HEAD\n[]\n=======\n[]\n>>>>>>> neue-fassung\n",
    ),
    Rule(
        name=RuleName.DAY_FORM,
        stage=Stage.SHAPE,
        why="Nur in der Form JJJJ-MM-TT werden Daten erkannt und sortiert.",
        fix="Schreiben Sie das Datum als JJJJ-MM-TT, z. B. 2026-05-31.",
        good="checked: 2026-10-01",
        bad="checked: 31.05.2024",
    ),
    Rule(
        name=RuleName.DUPLICATE_KEY,
        stage=Stage.FILE,
        why="Von zwei gleichen Feldern ginge eines unbemerkt verloren.",
        fix="Behalten Sie eines der beiden Felder, und löschen Sie das andere.",
        good="title: Bürgerbus mit App",
        bad="title: Bürgerbus\ntitle: Bürgerbus mit App",
    ),
    Rule(
        name=RuleName.EDGE_SPACE,
        stage=Stage.SHAPE,
        why="Solche Leerzeichen sieht man nicht, sie stören aber Vergleich und Suche.",
        fix="Löschen Sie die Leerzeichen am Anfang und am Ende.",
        good='effort: "Zwei Stunden je Woche"',
        bad='effort: "Zwei Stunden je Woche "',
    ),
    Rule(
        name=RuleName.EMPTY_FILE,
        stage=Stage.FILE,
        why="Eine leere Datei ist meist ein Versehen beim Speichern.",
        fix=("Holen Sie die letzte Fassung zurück. Soll es wirklich keine Einträge geben, schreiben Sie [] in die zweite Zeile."),
        good=EXAMPLES + "[]\n",
        bad=EXAMPLES,
    ),
    Rule(
        name=RuleName.EMPTY_TEXT,
        stage=Stage.SHAPE,
        why="Ein leeres Feld erzeugt auf der Seite eine leere Stelle.",
        fix="Füllen Sie das Feld aus, oder löschen Sie die Zeile, wenn das Feld kein Pflichtfeld ist.",
        good="effort: Zwei Stunden je Woche",
        bad='effort: ""',
    ),
    Rule(
        name=RuleName.FILE_SHAPE,
        stage=Stage.FILE,
        why="Nur in der vorgesehenen Grundform werden Einträge gefunden.",
        fix="Vergleichen Sie den Anfang der Datei mit einer anderen Datei in data/.",
        good=EXAMPLES + "[]\n",
        bad=EXAMPLES + "buergerbus: Ein Bus, den alle rufen können\n",
    ),
    Rule(
        name=RuleName.FOLDER_FOR_FILE,
        stage=Stage.FILE,
        why="An dieser Stelle wird eine Datei erwartet.",
        fix="Benennen Sie den Ordner um, und legen Sie die Datei wieder an.",
    ),
    Rule(
        name=RuleName.HASH_IN_TEXT,
        stage=Stage.FILE,
        why="Was hinter einem Leerzeichen und # steht, hält YAML für eine Bemerkung; auf der Seite fehlte es.",
        fix="Setzen Sie den ganzen Text in Anführungszeichen. Eine Bemerkung bekommt eine eigene Zeile darüber.",
        good='effort: "Platz #1 im Wettbewerb"',
        bad="effort: Platz #1 im Wettbewerb",
    ),
    Rule(
        name=RuleName.IMPOSSIBLE_DAY,
        stage=Stage.SHAPE,
        why="Diesen Tag gibt es im Kalender nicht.",
        fix="Prüfen Sie Tag und Monat in der Quelle.",
        good="as_of: 2024-02-29",
        bad="as_of: 2023-02-31",
    ),
    Rule(
        name=RuleName.INDENTATION,
        stage=Stage.FILE,
        why="An der Einrückung erkennt YAML, was zusammengehört.",
        fix="Rücken Sie gleichrangige Felder gleich weit ein, jede Ebene um zwei Leerzeichen.",
        good="effort: Zwei Stunden je Woche\nfunding: Landesmittel",
        bad="effort: Zwei Stunden je Woche\n funding: Landesmittel",
    ),
    Rule(
        name=RuleName.INVALID_VALUE,
        stage=Stage.SHAPE,
        why="Mit diesem Wert kann die Seite nicht gebaut werden.",
        fix="Vergleichen Sie das Feld mit einem anderen Eintrag.",
    ),
    Rule(
        name=RuleName.KEY_NOT_A_WORD,
        stage=Stage.FILE,
        why="Geschweifte und eckige Klammern haben in YAML eine eigene Bedeutung.",
        fix="Beginnt ein Text mit einer Klammer, setzen Sie ihn in Anführungszeichen.",
        good='funding: "[Stand 2024] gefördert"',
        bad="partners:\n  - {[Stand]: gefördert}",
    ),
    Rule(
        name=RuleName.LINE_BREAK,
        stage=Stage.SHAPE,
        why="Dieses Feld steht in Listen und Überschriften, wo nur eine Zeile Platz hat.",
        fix="Schreiben Sie den Text ohne das Zeichen | in eine Zeile hinter den Doppelpunkt.",
        good="effort: Zwei Stunden je Woche",
        bad="effort: |\n  Zwei Stunden\n  je Woche",
    ),
    Rule(
        name=RuleName.LIST_LENGTH,
        stage=Stage.SHAPE,
        why="Die Seite braucht an dieser Stelle eine bestimmte Zahl von Angaben.",
        fix="Ergänzen oder streichen Sie Angaben.",
        good="transfer:\n  - Beim Kreis nachfragen.\n  - Eine Linie erproben.",
        bad="transfer:\n  - Beim Kreis nachfragen.",
    ),
    Rule(
        name=RuleName.MERGE_KEY,
        stage=Stage.FILE,
        why="Verdeckte Kopien sind für andere schwer zu lesen.",
        fix="Schreiben Sie die Felder aus, und löschen Sie die Zeile mit <<.",
        good='sources:\n  - {title: Bericht, url: "https://www.example.org/b"}\n  - claim: own',
        bad='sources:\n  - {title: Bericht, url: "https://www.example.org/b"}\n  - <<: {claim: own}\n    claim: own',
    ),
    Rule(
        name=RuleName.MISPLACED_ENTRY,
        stage=Stage.FILE,
        why="Jede Datei hat ihre eigenen Felder; an dieser Stelle fände niemand den Eintrag.",
        fix="Schneiden Sie den ganzen Eintrag aus, und fügen Sie ihn dort zwischen zwei Einträgen ein.",
        good="sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht",
        bad=(
            "sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht\n"
            "  - id: rufbus\n    title: Rufbus\n    summary: Ein Bus, der auf Anruf kommt.\n    checked: 2026-10-01"
        ),
    ),
    Rule(
        name=RuleName.MISSING_DASH,
        stage=Stage.FILE,
        why="Ohne den Strich am Anfang gehören beide Einträge für YAML zusammen, und von doppelten Feldern ginge eines verloren.",
        fix="Schreiben Sie „- “ vor id, ganz am Anfang der Zeile; die übrigen Felder bleiben, wo sie sind.",
        good="effort: Zwei Stunden je Woche",
        bad="id: buergerbus\neffort: Zwei Stunden je Woche\nid: rufbus\neffort: Drei Stunden je Woche",
    ),
    Rule(
        name=RuleName.MISSING_FIELD,
        stage=Stage.SHAPE,
        why="Ohne dieses Feld bliebe auf der Seite eine Lücke.",
        fix="Ergänzen Sie das Feld.",
        good="timeline:\n  - when: Mai 2023\n    what: Die erste Fahrt.",
        bad="timeline:\n  - when: Mai 2023",
    ),
    Rule(
        name=RuleName.MISSING_FILE,
        stage=Stage.FILE,
        why="Ohne diese Datei fehlt ein ganzer Teil der Seiten.",
        fix="Legen Sie die Datei wieder an, oder holen Sie sie aus der letzten Fassung zurück.",
    ),
    Rule(
        name=RuleName.MISSING_SPACE,
        stage=Stage.FILE,
        why="Ohne Leerzeichen erkennt YAML das Feld nicht.",
        fix=(
            "Setzen Sie nach dem Doppelpunkt ein Leerzeichen. "
            "Ist kein Feld gemeint, setzen Sie den ganzen Text in Anführungszeichen."
        ),
        good="municipality: Musterstadt an der Havel\neffort: Zwei Stunden je Woche",
        bad="municipality: Musterstadt an der Havel\neffort:Zwei Stunden je Woche",
    ),
    Rule(
        name=RuleName.NESTING,
        stage=Stage.FILE,
        why="So tiefe Schachtelungen kommen in keinem Eintrag vor und können die Prüfung lahmlegen.",
        fix="Prüfen Sie Klammern und Einrückung dieser Stelle.",
        good='results: ["120 Fahrten im Monat (2024)."]',
        bad='results: [[[[[[[[[[[["120 Fahrten"]]]]]]]]]]]]',
    ),
    Rule(
        name=RuleName.NO_SOURCE,
        stage=Stage.SHAPE,
        why="Leser:innen müssen prüfen können, woher eine Angabe stammt.",
        fix=("Ergänzen Sie „sources:“ mit title und url, oder „- claim: own“ für eine Einschätzung der Redaktion."),
        good="sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht",
        bad="sources: []",
    ),
    Rule(
        name=RuleName.NOT_UTF8,
        stage=Stage.FILE,
        why="In anderer Kodierung werden aus Umlauten falsche Zeichen.",
        fix="Speichern Sie die Datei mit der Kodierung UTF-8 (im Editor unter „Speichern unter“).",
        good="title: Bürgerbus mit App",
        bad="title: Bürgerbus mit App",
        encoding="latin-1",
    ),
    Rule(
        name=RuleName.NUMBER_RANGE,
        stage=Stage.SHAPE,
        why="Die Zahl kann so nicht stimmen.",
        fix="Prüfen Sie die Zahl in der Quelle.",
        good="population: 8000",
        bad="population: -8000",
        file="municipalities",
    ),
    Rule(
        name=RuleName.OVERSIZED_ENTRY,
        stage=Stage.FILE,
        why="So große Einträge passen auf keine Seite und können die Prüfung lahmlegen.",
        fix="Prüfen Sie, ob versehentlich etwas Fremdes eingefügt wurde oder die Einrückung nicht stimmt.",
    ),
    Rule(
        name=RuleName.OVERSIZED_FILE,
        stage=Stage.FILE,
        why="So große Dateien legen die Prüfung lahm; gemeint sind sie nie.",
        fix=(
            "Teilen Sie die Datei nicht auf, sondern prüfen Sie, ob versehentlich etwas Fremdes darin "
            "gelandet ist. Höchstens 64 MiB sind möglich."
        ),
    ),
    Rule(
        name=RuleName.OVERSIZED_LINE,
        stage=Stage.FILE,
        why="In so langen Zeilen findet niemand einen Fehler wieder.",
        fix=("Prüfen Sie, ob versehentlich etwas Fremdes eingefügt wurde. Höchstens 20.000 Zeichen je Zeile sind möglich."),
    ),
    Rule(
        name=RuleName.OVERSIZED_TEXT,
        stage=Stage.FILE,
        why="Ein so langer Text steht auf keiner Seite.",
        fix=("Prüfen Sie, ob versehentlich etwas Fremdes eingefügt wurde oder ein Anführungszeichen fehlt."),
    ),
    Rule(
        name=RuleName.NOT_EXACTLY_ONE,
        stage=Stage.SHAPE,
        why="Der Eintrag gehört an genau eine Stelle.",
        fix="Nennen Sie genau eines der beiden.",
        good="action_field: mobilitaet",
        bad="action_field: mobilitaet\ntopic: it-sicherheit",
        file="self_check",
    ),
    Rule(
        name=RuleName.REVERSED_SPAN,
        stage=Stage.SHAPE,
        why="Eine Spanne reicht vom kleineren zum größeren Wert.",
        fix="Vertauschen Sie die beiden Zahlen.",
        good=(
            "effort:\n"
            "  under_5000: {low: 2, high: 5}\n"
            "  to_20000: {low: 3, high: 8}\n"
            "  over_20000: {low: 5, high: 12}\n"
            "  district: {low: 8, high: 20}"
        ),
        bad=(
            "effort:\n"
            "  under_5000: {low: 5, high: 2}\n"
            "  to_20000: {low: 3, high: 8}\n"
            "  over_20000: {low: 5, high: 12}\n"
            "  district: {low: 8, high: 20}"
        ),
        file="phases",
    ),
    Rule(
        name=RuleName.SEVERAL_DOCUMENTS,
        stage=Stage.FILE,
        why="Gelesen wird nur das erste Dokument einer Datei; der Rest ginge verloren.",
        fix="Löschen Sie die Zeile mit den drei Strichen.",
        good=EXAMPLES + "[]\n",
        bad=EXAMPLES + "[]\n---\n[]\n",
    ),
    Rule(
        name=RuleName.SLUG_FORM,
        stage=Stage.SHAPE,
        why=("Die Kennung wird Teil der Adresse und darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten."),
        fix=("Schreiben Sie die Kennung klein, mit Bindestrichen und ae, oe, ue, ss, und beginnen Sie mit einem Buchstaben."),
        good="id: buergerbus",
        bad="id: Bürgerbus Süd",
    ),
    Rule(
        name=RuleName.SWALLOWED_LINE,
        stage=Stage.FILE,
        why="Steht eine Zeile weiter rechts als der Text darüber, liest YAML beide als einen einzigen Text.",
        fix=(
            "Schreiben Sie den Text in eine einzige Zeile, oder setzen Sie hinter den Doppelpunkt das Zeichen | "
            "und beginnen Sie darunter."
        ),
        good="partners:\n  - Bürgerverein\n  - Verkehrsbetrieb",
        bad="partners:\n  - Bürgerverein\n   - Verkehrsbetrieb",
    ),
    Rule(
        name=RuleName.TAB_INDENTATION,
        stage=Stage.FILE,
        why="YAML erlaubt zum Einrücken nur Leerzeichen.",
        fix="Ersetzen Sie den Tabulator durch zwei Leerzeichen je Ebene.",
        good="transfer:\n  - Beim Kreis nachfragen.\n  - Eine Linie erproben.",
        bad="transfer:\n\t- Beim Kreis nachfragen.\n\t- Eine Linie erproben.",
    ),
    Rule(
        name=RuleName.TEXT_AFTER_QUOTE,
        stage=Stage.FILE,
        why="Nach dem zweiten Anführungszeichen muss der Wert zu Ende sein.",
        fix="Setzen Sie den ganzen Text in gerade Anführungszeichen und das Zitat darin in „…“.",
        good='effort: "„Ehrensache“ für die Fahrer:innen"',
        bad='effort: "Ehrensache" für die Fahrer:innen',
    ),
    Rule(
        name=RuleName.TEXT_TOO_LONG,
        stage=Stage.SHAPE,
        why="So lange Texte sprengen ihren Platz auf der Seite.",
        fix="Kürzen Sie den Text auf das Wesentliche.",
        good="title: Bürgerbus mit App",
        bad=("title: Ein Bürgerbus, der auf Zuruf kommt, und noch viel mehr, das hier gar nicht alles in die Überschrift passt"),
    ),
    Rule(
        name=RuleName.TEXT_TOO_SHORT,
        stage=Stage.SHAPE,
        why="Ein so kurzer Text hilft niemandem weiter.",
        fix="Schreiben Sie wenigstens einen ganzen Satz.",
        good="lesson: |\n  Reden Sie zuerst mit denen, die fahren sollen.",
        bad="lesson: Viel Erfolg!",
    ),
    Rule(
        name=RuleName.UNCLOSED_QUOTE,
        stage=Stage.FILE,
        why="Ohne das zweite Anführungszeichen gehört der Rest der Datei zum Text.",
        fix=("Setzen Sie am Ende des Textes ein Anführungszeichen. Steht eines mitten im Text, nehmen Sie dort „…“."),
        good='effort: "Zwei Stunden je Woche"',
        bad='effort: "Zwei Stunden je Woche',
    ),
    Rule(
        name=RuleName.UNKNOWN_FIELD,
        stage=Stage.SHAPE,
        why="Ein unbekanntes Feld erscheint auf keiner Seite; meist ist es ein Tippfehler.",
        fix="Berichtigen oder löschen Sie das Feld.",
        good="lesson: |\n  Reden Sie zuerst mit denen, die fahren sollen.",
        bad="leson: |\n  Reden Sie zuerst mit denen, die fahren sollen.",
    ),
    Rule(
        name=RuleName.UNKNOWN_WORD,
        stage=Stage.SHAPE,
        why="Nur mit den vorgesehenen Wörtern funktionieren Filter und Übersichten.",
        fix="Wählen Sie eines der erlaubten Wörter.",
        good="status: laufend",
        bad="status: läuft gerade",
    ),
    Rule(
        name=RuleName.UNREADABLE_FILE,
        stage=Stage.FILE,
        why="Was sich nicht öffnen lässt, kann niemand veröffentlichen.",
        fix="Prüfen Sie die Zugriffsrechte der Datei, oder legen Sie sie neu an.",
    ),
    Rule(
        name=RuleName.UTF_16,
        stage=Stage.FILE,
        why="Gelesen wird nur UTF-8.",
        fix="Speichern Sie die Datei mit der Kodierung UTF-8 (im Editor unter „Speichern unter“).",
        good="title: Bürgerbus mit App",
        bad="title: Bürgerbus mit App",
        encoding="utf-16",
    ),
    Rule(
        name=RuleName.VALUE_FORM,
        stage=Stage.SHAPE,
        why="Nur in der verlangten Form wird der Wert erkannt.",
        fix="Vergleichen Sie das Feld mit einem anderen Eintrag.",
        good="code: M-17",
        bad="code: M17",
        file="measures",
    ),
    Rule(
        name=RuleName.WRONG_TYPE,
        stage=Stage.SHAPE,
        why="Die Seite kann mit einem Wert dieser Art nichts anfangen.",
        fix="Vergleichen Sie das Feld mit einem anderen Eintrag.",
        good="population: 8000",
        bad="population: achttausend",
        file="municipalities",
    ),
    Rule(
        name=RuleName.WRONG_SIGN,
        stage=Stage.FILE,
        why="Textprogramme setzen gern schönere Zeichen; YAML versteht an dieser Stelle nur die einfachen.",
        fix=(
            "Tippen Sie die Stelle neu: Listenpunkte mit „- “, ein Leerzeichen nach dem Doppelpunkt, gerade Anführungszeichen. "
            "„python -m kompass check --fix“ erledigt das auch."
        ),
        good="partners:\n  - Bürgerverein\n  - Verkehrsbetrieb",
        bad="partners:\n  - Bürgerverein\n  – Verkehrsbetrieb",
    ),
    Rule(
        name=RuleName.YAML_SYNTAX,
        stage=Stage.FILE,
        why="Ohne gültige Schreibweise lässt sich der Eintrag nicht lesen.",
        fix=("Vergleichen Sie die Stelle mit einem anderen Eintrag. Texte mit besonderen Zeichen gehören in Anführungszeichen."),
        good="partners: [Kreis, Land]",
        bad="partners: [Kreis, Land",
    ),
    Rule(
        name=RuleName.YAML_TAG,
        stage=Stage.FILE,
        why="Typangaben können Programme starten; Daten sollen nur Daten sein.",
        fix=("Löschen Sie die Angabe mit dem Ausrufezeichen. Beginnt ein Text mit !, setzen Sie ihn in Anführungszeichen."),
        good='funding: "!Achtung: Frist beachten"',
        bad='funding: !!python/object/apply:os.system ["ls"]',
    ),
)
