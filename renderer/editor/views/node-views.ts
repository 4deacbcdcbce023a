import type { NodeViewConstructor } from '@tiptap/pm/view';
import { headingView } from './heading-view.ts';
import { footnoteView, participantsView, referenceView } from './inline-views.ts';
import { partView } from './part-view.ts';

/** Plain elements for the nodes of the text; what has none is drawn as its HTML form says. */
export const nodeViews: Readonly<Record<string, NodeViewConstructor>> = {
  foreword: partView('section'),
  preface: partView('section'),
  chapter: partView('section'),
  section: partView('section'),
  actionField: partView('section'),
  goalGroup: partView('section'),
  goal: partView('div'),
  subpoint: partView('div'),
  heading: headingView,
  footnote: footnoteView,
  reference: referenceView,
  participants: participantsView,
};
