import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PreferencesProvider } from '../client/preferences-context.tsx';
import { OfflineApp } from './offline-app.tsx';
import { packageOfPage } from './package-of-page.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <PreferencesProvider>
      <OfflineApp opened={packageOfPage(document)} />
    </PreferencesProvider>
  </StrictMode>,
);
