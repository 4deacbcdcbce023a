import { editionLine, imprintFacts } from '../../../../shared/publication/imprint-facts.ts';
import type {
  Publication,
  PublishedBlock,
  PublishedGoalGroup,
  PublishedPart,
  PublishedSection,
  PublishedSubpoint,
  Run,
} from '../../../../shared/publication/publication.ts';

/** A string that will be printed, and where: the number or title that a reader would look for. */
export interface PrintedString {
  readonly text: string;
  readonly place: string;
}

/** Every string of a publication that is printed, in the order of the text; the words of cover and imprint first. */
export function printedStrings(publication: Publication): readonly PrintedString[] {
  const { labels } = publication;
  const found: PrintedString[] = [];
  const add = (text: string, place: string): void => {
    if (text !== '') found.push({ text, place });
  };
  const addRuns = (runs: readonly Run[], place: string): void => {
    for (const run of runs) {
      if (run.type === 'footnote') {
        add(run.number, place);
        addRuns(run.runs, `${place}, ${labels.footnote} ${run.number}`);
      } else if (run.type !== 'break') add(run.text, place);
    }
  };
  const addBlock = (block: PublishedBlock, place: string): void => {
    if (block.type === 'paragraph') addRuns(block.runs, place);
    else for (const item of block.items) for (const inner of item.blocks) addBlock(inner, place);
  };
  const addSubpoint = (subpoint: PublishedSubpoint, above: string): void => {
    const place = subpoint.number || above;
    add(subpoint.shortNumber, place);
    for (const runs of subpoint.paragraphs) addRuns(runs, place);
    for (const below of subpoint.subpoints) addSubpoint(below, place);
  };
  const addGroup = (group: PublishedGoalGroup, above: string): void => {
    add(group.title, above);
    for (const goal of group.goals) {
      const place = goal.number || above;
      add(goal.number, place);
      add(goal.shortNumber, place);
      for (const runs of goal.paragraphs) addRuns(runs, place);
      for (const subpoint of goal.subpoints) addSubpoint(subpoint, place);
      for (const below of goal.groups) addGroup(below, place);
    }
  };
  const addSection = (section: PublishedSection): void => {
    const place = [section.number, section.title].filter((part) => part !== '').join(' ') || labels.untitled;
    add(section.number, place);
    add(section.title, place);
    addRuns(section.heading, place);
    for (const block of section.blocks) {
      if (block.type === 'section') addSection(block);
      else if (block.type === 'goalGroup') addGroup(block, place);
      else if (block.type === 'participants') for (const name of block.names) add(name, place);
      else addBlock(block, place);
    }
  };
  const addPart = (part: PublishedPart): void => {
    if (part.type === 'section') {
      addSection(part);
      return;
    }
    add(part.title, part.title);
    addRuns(part.heading, part.title);
    for (const block of part.blocks) addBlock(block, part.title);
    for (const line of part.signature ? [part.signature.name, ...part.signature.offices] : []) {
      addRuns(line, part.title);
    }
  };

  for (const text of [publication.title, publication.subtitle, publication.municipality]) {
    add(text, publication.title);
  }
  add(editionLine(publication), publication.title);
  for (const fact of imprintFacts(publication)) add(`${fact.name} ${fact.value}`, labels.imprint);
  for (const text of Object.values<string>({ ...labels })) add(text, labels.imprint);
  publication.parts.forEach(addPart);
  return found;
}
