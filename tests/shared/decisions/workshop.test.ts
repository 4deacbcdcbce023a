import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import {
  listReasonBlocks,
  removeReasonBlock,
  writeReasonBlock,
} from '../../../shared/decisions/reason-block.ts';
import { listWorkshops, workshopOf, writeWorkshop } from '../../../shared/decisions/workshop.ts';
import { institutionId, workshopId } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';

const workshop = {
  id: workshopId('w1'),
  title: 'Arbeitstreffen Bildung',
  date: '2019-05-03',
  place: 'Rathaus',
  institutions: [institutionId('caritas')],
  notes: 'Drei Punkte\nblieben offen.',
};

describe('workshops and recurring reasons', () => {
  it('DEC10: are kept in the process room, and changed, reasons taken away too, and what is none is left out', () => {
    const process = new Doc();
    writeWorkshop(process, workshop);
    writeWorkshop(process, { ...workshop, id: workshopId('w2'), date: '2019-06-01' });
    writeWorkshop(process, { ...workshop, place: 'Stadthaus' });
    process.getMap(sharedTypes.process.workshops).set('w3', { id: 'w3' });
    expect(listWorkshops(process).map(({ id, place }) => [id, place])).toEqual([
      ['w2', 'Rathaus'],
      ['w1', 'Stadthaus'],
    ]);
    expect(workshopOf(process, 'w3')).toBeUndefined();

    writeReasonBlock(process, { id: 'r2', title: 'Zuständigkeit', text: 'Dafür ist das Land zuständig.' });
    writeReasonBlock(process, { id: 'r1', title: 'Änderung', text: 'Steht schon so im Text.' });
    expect(listReasonBlocks(process).map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect([removeReasonBlock(process, 'r1'), removeReasonBlock(process, 'r1')]).toEqual([true, false]);
  });

  it('DEC10: takes nothing that does not print or is no date', () => {
    const process = new Doc();
    expect(() => writeWorkshop(process, { ...workshop, title: 'a\u202eb' })).toThrow();
    expect(() => writeWorkshop(process, { ...workshop, date: '3. Mai' })).toThrow();
    expect(() => writeReasonBlock(process, { id: 'r1', title: '', text: 'x' })).toThrow();
    expect(listWorkshops(process)).toEqual([]);
  });
});
