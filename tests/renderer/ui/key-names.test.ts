import { describe, expect, it } from 'vitest';
import { isShortcut, keyNames } from '../../../renderer/ui/key-names.ts';
import { germanFrame } from '../../../renderer/words/de/frame.ts';

const pressed = (key: string, more: object = {}): KeyboardEvent =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }) as KeyboardEvent;

describe('keys', () => {
  it('are named as they stand on a German keyboard, and on a Mac by its signs', () => {
    expect(keyNames('Mod+Shift+P', germanFrame.keys, false)).toEqual(['Strg', 'Umschalt', 'P']);
    expect(keyNames('Alt+PageDown', germanFrame.keys, false)).toEqual(['Alt', 'Bild ↓']);
    expect(keyNames('Mod+Plus', germanFrame.keys, true)).toEqual(['⌘', '+']);
  });

  it('are told from each other by all of their modifiers', () => {
    expect(isShortcut(pressed('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(isShortcut(pressed('K', { ctrlKey: true, shiftKey: true }), 'Mod+K', false)).toBe(false);
    expect(isShortcut(pressed('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(isShortcut(pressed('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
    expect(isShortcut(pressed('F3', { shiftKey: true }), 'Shift+F3', false)).toBe(true);
    expect(isShortcut(pressed('F3', { shiftKey: true }), 'F3', false)).toBe(false);
  });

  it('mean the sign and not where a keyboard has it', () => {
    expect(isShortcut(pressed('+', { ctrlKey: true }), 'Mod+Plus', false)).toBe(true);
    expect(isShortcut(pressed('=', { ctrlKey: true, shiftKey: true }), 'Mod+Plus', false)).toBe(true);
    expect(isShortcut(pressed('-', { ctrlKey: true }), 'Mod+-', false)).toBe(true);
  });
});
