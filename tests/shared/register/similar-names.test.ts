import { describe, expect, it } from 'vitest';
import { countNameWords, likenessOf } from '../../../shared/register/similar-names.ts';

const city = [
  'Caritasverband für die Stadt Münster e.V.',
  'Integrationsagentur Caritasverband für die Stadt Münster e.V.',
  'GGUA',
  'Amt für Gleichstellung, Stadt Münster',
  'Amt für Wohnungswesen, Stadt Münster',
  'Bürgerhaus Münster-Nord e.V.',
  'Grundschule 1',
  'Volkshochschule Münster',
  'Kulturverein Münster e.V.',
];

function likeness(left: string, right: string) {
  const words = countNameWords([...city, left, right]);
  const there = likenessOf(left, right, words);
  expect(likenessOf(right, left, words)).toBe(there);
  return there;
}

describe('names of institutions', () => {
  it.each([
    ['GGUA', 'GGUA Flüchtlingshilfe', 'part'],
    ['GGUA', 'Gemeinnützige Gesellschaft zur Unterstützung Asylsuchender e. V.', 'initials'],
    ['Türkischer Elternverein', 'Tuerkischer Elternverein e. V.', 'form'],
    ['AWO Münster', 'Arbeiterwohlfahrt Münster gGmbH', 'form'],
    ['Bürgerhaus Münster-Nord e.V.', 'Bürgerhaus Nord für die Stadt Münster', 'spelling'],
    ['Straßenfest am Hansaring', 'Strassenfest Hansaring', 'form'],
    ['Jugendzentrum Kastanienhof', 'Jugendzentrum Kastanienhoff', 'spelling'],
    ['Caritasverband für die Stadt Münster e.V.', 'Caritasverband Münster', 'part'],
  ])('REG12: „%s“ and „%s“ may be one institution: that is asked (%s)', (left, right, why) => {
    expect(likeness(left, right)).toBe(why);
  });

  it.each([
    [
      'Caritasverband für die Stadt Münster e.V.',
      'Integrationsagentur Caritasverband für die Stadt Münster e.V.',
    ],
    ['Amt für Gleichstellung, Stadt Münster', 'Amt für Wohnungswesen, Stadt Münster'],
    ['Grundschule 1', 'Grundschule 2'],
    ['SPD-Ratsfraktion', 'CDU-Ratsfraktion'],
    ['Deutsch-Griechischer Verein', 'Deutsch-Türkischer Verein'],
    ['Volkshochschule Münster', 'Kulturverein Münster e.V.'],
    ['Verein', 'Kulturverein Münster e.V.'],
  ])('REG12: „%s“ and „%s“ are two, and nobody is asked', (left, right) => {
    expect(likeness(left, right)).toBeNull();
  });
});
