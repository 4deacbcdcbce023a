import type { UsageWords } from '../usage-words.ts';

export const germanUsage: UsageWords = {
  titles: {
    'Usage:': 'Aufruf:',
    'Arguments:': 'Angaben:',
    'Options:': 'Optionen:',
    'Global Options:': 'Optionen vor dem Befehl:',
    'Commands:': 'Befehle:',
  },
  optionsPlaceholder: '[Optionen]',
  commandPlaceholder: '[Befehl]',
  helpOption: 'diese Hilfe zeigen',
  helpCommand: 'Hilfe zu einem Befehl zeigen',
  versionOption: 'Version dieses Programms zeigen',
  arguments: {
    file: 'Leitbild-Datei (.leitbild)',
    input: 'Text, PDF, Word-Dokument (DOCX) oder Markdown',
    picture: 'Bild: PNG, JPEG oder SVG',
    table: 'Tabelle: CSV oder XLSX, mit Spaltennamen in der ersten Zeile',
    earlier: 'die frühere Edition, zum Beispiel 2014',
    later: 'die spätere Edition, zum Beispiel 2019, oder draft für den Entwurf',
    invitation: 'Kennung der Einladung, wie „status“ sie zeigt',
    command: 'Name eines Befehls',
  },
  required: 'nötig',
  choices: (values) => `möglich: ${values}`,
  defaultsTo: (value) => `sonst: ${value}`,
  missingArgument: (name, description) =>
    `Die Angabe <${name}> fehlt${description === '' ? '' : `: ${description}`}.`,
  missingOption: (flags) => `Die Option „${flags}“ fehlt.`,
  missingValue: (flags) => `Zur Option „${flags}“ fehlt der Wert.`,
  unknownOption: (flag) => `Die Option „${flag}“ gibt es hier nicht.`,
  unknownCommand: (name) => `Einen Befehl „${name}“ gibt es nicht.`,
  tooManyArguments: (expected, given) =>
    `Zu viele Angaben: ${expected} erwartet, bekommen: ${given}. Pfade mit Leerzeichen stehen in Anführungszeichen.`,
  invalidValue: (flags, value, allowed) =>
    `„${value}“ passt nicht zur Option „${flags}“${allowed === '' ? '' : `; möglich: ${allowed}`}.`,
  conflicting: (one, other) => `„${one}“ und „${other}“ lassen sich nicht zusammen verwenden.`,
  unknownLanguage: (language) => `Die Sprache „${language}“ gibt es nicht; möglich sind de und en.`,
  wrongCall: (message) => `Dieser Aufruf ist nicht gültig: ${message}`,
  didYouMean: (suggestions) => `Meinten Sie ${suggestions}?`,
  helpHint: (command) => `Hilfe: ${command} --help`,
};
