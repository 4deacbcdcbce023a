import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readAddressLanguage } from '../shared/api/app-address.ts';
import { App } from './app.tsx';
import { readPlace } from './client/place.ts';
import { keepPreferences, PreferencesProvider } from './client/preferences-context.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const asked = readAddressLanguage(window.location.hash);
if (asked !== null) keepPreferences({ language: asked });

createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <App place={readPlace(window)} />
    </PreferencesProvider>
  </StrictMode>,
);
