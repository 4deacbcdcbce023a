import { describe, expect, it } from 'vitest';
import { joinAcross } from '../../../../../electron/host/import/text/join-words.ts';
import { splitLines } from '../../../../../electron/host/import/text/source-lines.ts';
import { collectVocabulary } from '../../../../../electron/host/import/text/vocabulary.ts';

const join = (last: string, next: string, known = '', before?: string): string => {
  const joint = joinAcross(last, next, before, collectVocabulary(splitLines(known)));
  if (joint.type === 'apart') return `${last} ${next}`;
  return joint.type === 'joined' && joint.uncertain ? `${joint.text} ?` : joint.text;
};

describe('joinAcross', () => {
  it.each([
    ['stadt-', 'weit', 'stadtweit'],
    ['Nachbar-', 'schaften,', 'Nachbarschaften,'],
    ['Kinder-', 'und', 'Kinder- und'],
    ['Bau-', 'sowie', 'Bau- sowie'],
    ['Ufer-', 'bzw.', 'Ufer- bzw.'],
    ['EU-', 'Richtlinie', 'EU-Richtlinie'],
    ['Stadt-', 'Land-Gefälle', 'Stadt-Land-Gefälle'],
    ['16-', 'jährige', '16-jährige'],
    ['E-', 'mobil', 'E-mobil'],
    ['https://www.muster-', 'furt.example/plan', 'https://www.muster-furt.example/plan'],
    [
      'https://rat.example/vo0050.php?__',
      'nr=2004036020).',
      'https://rat.example/vo0050.php?__nr=2004036020).',
    ],
    ['(https://rat.example/', 'plan.pdf)', '(https://rat.example/plan.pdf)'],
    ['https://rat.example/', 'und', 'https://rat.example/ und'],
    ['Boots\u00ad', 'verleih', 'Bootsverleih'],
    ['freundlich-', 'keit', 'freundlichkeit'],
    ['persönlich-', 'en', 'persönlichen'],
    ['2017', 'folgt', '2017 folgt'],
    ['–', 'nun', '– nun'],
  ])('IMP3: joins %s and %s as %s', (last, next, expected) => {
    expect(join(last, next)).toBe(expected);
  });

  it('IMP3: gives a hyphen alone to the word that it begins', () => {
    expect(join('-', 'leitern.', '', 'und')).toBe('-leitern.');
    expect(join('-', 'Musterfurt', '', '2017')).toBe('- Musterfurt');
  });

  it('IMP3: keeps the hyphen between two adjectives that the document knows by themselves', () => {
    const known = 'ein räumliches Bild und ein soziales Netz\nzeitlicher Ablauf';
    expect(join('räumlich-', 'zeitlichen', known)).toBe('räumlich-zeitlichen');
  });

  it('IMP3: says where the document gives no evidence', () => {
    expect(join('räumlich-', 'zeitlichen')).toBe('räumlich-zeitlichen ?');
  });

  it('IMP3: trusts the document where the word stands in it uncut', () => {
    expect(join('ehr-', 'und', 'ehrund')).toBe('ehrund');
    expect(join('orts-', 'nah', 'orts-nah')).toBe('orts-nah');
    expect(join('sozial-', 'räumlichen', 'im sozialräumlichen Gefüge')).toBe('sozialräumlichen');
  });
});
