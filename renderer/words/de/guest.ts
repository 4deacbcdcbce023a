const changesOf = (count: number): string => (count === 1 ? '1 Änderung' : `${String(count)} Änderungen`);

/** What guests read about what lies on their device. */
export const germanGuest = {
  unsent: {
    title: 'Nicht gesendete Änderungen',
    count: (changes: number): string =>
      changes === 1 ? '1 Änderung ist nicht beim Host' : `${changesOf(changes)} sind nicht beim Host`,
    lead: 'Das haben Sie geschrieben, und der Host hat es noch nicht:',
    help: 'Sobald der Host unter derselben Adresse wieder antwortet, geht alles von selbst hinüber. Wurde neu freigegeben, gilt ein neuer Link: Sichern Sie die Änderungen als Textdatei, öffnen Sie den neuen Link und fügen Sie sie dort ein.',
    helpRefused: 'Sichern Sie es als Textdatei. Mit einer neuen Einladung können Sie es wieder einfügen.',
    helpEarlier: 'Kopieren Sie von hier, was Sie brauchen, oder sichern Sie es als Textdatei.',
    allSent: 'Es ist nichts offen: Der Host hat alles, was Sie hier geschrieben haben.',
    unreadable:
      'Was Sie geschrieben haben, lässt sich hier nicht anzeigen. Bitte öffnen Sie einen gültigen Einladungslink auf diesem Gerät, bevor Sie etwas löschen.',
    outside:
      'Was Sie geschrieben haben, liegt nur auf diesem Gerät. Gilt Ihr Link noch, geht es beim Öffnen von selbst hinüber. Sonst sichern Sie es als Textdatei und fügen es mit einer neuen Einladung wieder ein.',
    save: 'Als Textdatei sichern',
    file: {
      name: (day: string): string => `Nicht gesendete Änderungen ${day}.txt`,
      heading: 'Leitbild: nicht gesendete Änderungen',
      written: (when: string): string =>
        `Gesichert am ${when} Uhr. Der Host hatte diese Änderungen da noch nicht.`,
    },
  },
  earlier: {
    title: (changes: number): string => `${changesOf(changes)} aus einer früheren Einladung`,
    text: 'Das haben Sie auf diesem Gerät geschrieben, und der Host hat es nie bekommen. Sehen Sie nach, was Sie davon noch brauchen.',
    later: 'Später',
  },
  forget: {
    open: 'Dieses Gerät vergessen …',
    title: 'Dieses Gerät vergessen?',
    text: 'Von diesem Gerät gelöscht werden die Kopie des Textes, Ihre Einladung, Ihr Name und Ihre Einstellungen. Was beim Host ist, bleibt dort.',
    lost: 'Was Sie da geschrieben haben, geht beim Vergessen verloren. Sichern Sie es vorher als Textdatei.',
    hint: 'Wenn Sie später weiterschreiben möchten, brauchen Sie Ihren Einladungslink.',
    confirm: 'Löschen und vergessen',
  },
  forgotten: {
    deleting: { title: 'Wird gelöscht …', text: 'Einen Augenblick bitte.' },
    waiting: {
      title: 'Ein anderes Fenster hat den Text noch offen',
      text: 'Bitte schließen Sie die anderen Fenster mit diesem Leitbild. Danach wird von selbst alles gelöscht.',
    },
    done: {
      title: 'Auf diesem Gerät ist nichts mehr gespeichert.',
      text: 'Sie können dieses Fenster schließen. Dateien, die Sie heruntergeladen haben, und den Verlauf des Browsers löschen Sie bei Bedarf selbst.',
    },
    failed: {
      title: 'Es konnte nicht alles gelöscht werden',
      text: 'Bitte laden Sie das Fenster neu und versuchen Sie es noch einmal, oder löschen Sie die Daten dieser Seite in den Einstellungen des Browsers.',
    },
  },
};
