"""What the knowledge base is: read the data, model it, check it, look it up, export it.

Knows neither MkDocs nor Jinja nor `macros`. One domain word, one identifier:

==============================  =====================
German                          identifier
==============================  =====================
Aussage im Selbstcheck          statement
Befund (Roter Faden)            finding
Beteiligungsformat              participation_format
Checklistenpunkt                checklist_item
Digitalstrategie                strategy
Einstiegsfrage, Frage (FAQ)     question
Beispiel                        example
Glossarbegriff                  term
Grundsatz (FAQ)                 principle
Handlungsfeld                   action_field
Indikator                       indicator
Kreis                           district
Leitlinie (Smart City Charta)   guideline
Maßnahmensteckbrief             measure (a measure profile)
Merkmal (Smart City Charta)     feature
Methode                         method
Phase                           phase
Quelle                          source
Rechtsgrundlage                 law
Querschnittsthema               topic
Unterstützungsangebot           support
Vorlage                         template
==============================  =====================
"""
