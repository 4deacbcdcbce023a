import type { germanWriting } from '../de/writing.ts';

export const englishWriting: typeof germanWriting = {
  bar: 'Writing',
  add: 'Add',
  addAfter: (what) => `At: ${what}`,
  addAtStart: 'In the text',
  goal: 'Goal',
  subpoint: 'Subpoint',
  paragraph: 'Paragraph',
  groupOf: (goals) => `Group “${goals}”`,
  groupHeading: 'Heading of the group',
  nothing: 'Nothing can be added at this place.',
  strong: 'Bold',
  emphasis: 'Italic',
  bulletList: 'Bulleted list',
  orderedList: 'Numbered list',
  link: 'Link',
  footnote: 'Footnote',
  reference: 'Cross-reference',
  split: 'Split the goal',
  start: {
    title: 'How to begin',
    text: 'Begin with a chapter, give it a heading and add what it is to hold: fields of action, groups of goals, paragraphs. Or take over a document that you have.',
    import: 'Take over a document …',
  },
};
