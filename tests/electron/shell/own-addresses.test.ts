import { expect, test } from 'vitest';
import { createOwnAddresses, isExternalAddress } from '../../../electron/shell/own-addresses.ts';

const doors = [{ url: 'http://127.0.0.1:4000' }, { url: 'http://127.0.0.1:4001' }];
const own = createOwnAddresses(() => doors);

test('SHL1: pages are ours only where a desk or host of ours serves them', () => {
  expect(own.isOwnPage('http://127.0.0.1:4000/?1#secret=x')).toBe(true);
  expect(own.isOwnPage('http://127.0.0.1:4001/join')).toBe(true);
  for (const strange of [
    'http://127.0.0.1:4002/',
    'http://127.0.0.1/',
    'https://127.0.0.1:4000/',
    'http://localhost:4000/',
    'http://127.0.0.1:4000@example.org/',
    'http://example.org/#http://127.0.0.1:4000/',
    'blob:http://127.0.0.1:4000/1',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    '',
  ]) {
    expect([strange, own.isOwnPage(strange)]).toEqual([strange, false]);
  }
});

test('SHL1: requests go to our own hosts and to what a page holds itself', () => {
  for (const address of [
    'ws://127.0.0.1:4001/rooms/text',
    'data:image/png;base64,AA',
    'blob:http://127.0.0.1:4001/x',
  ]) {
    expect([address, own.mayRequest(address)]).toEqual([address, true]);
  }
  for (const address of [
    'wss://127.0.0.1:4001/rooms/text',
    'ws://127.0.0.1:5000/',
    'https://redirector.gvt1.com/edgedl/chrome/dict/de-de-3-0.bdic',
    'blob:https://example.org/x',
    'file:///home',
    'ftp://127.0.0.1:4001/',
  ]) {
    expect([address, own.mayRequest(address)]).toEqual([address, false]);
  }
});

test('a closed host is no longer ours', () => {
  let open = doors;
  const asked = createOwnAddresses(() => open);
  expect(asked.isOwnPage('http://127.0.0.1:4001/')).toBe(true);
  open = doors.slice(0, 1);
  expect(asked.isOwnPage('http://127.0.0.1:4001/')).toBe(false);
});

test('SHL1: only web pages and e-mail are handed to other programs', () => {
  for (const address of ['https://example.org/a?b#c', 'mailto:ki@example.org'])
    expect(isExternalAddress(address)).toBe(true);
  for (const address of [
    'http://example.org',
    'https://a:b@example.org/',
    'ms-msdt:/id',
    'file:///x',
    'smb://x',
    ' ',
    'x',
  ]) {
    expect([address, isExternalAddress(address)]).toEqual([address, false]);
  }
});
