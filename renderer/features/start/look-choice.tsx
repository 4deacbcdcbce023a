import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useWords } from '../../client/use-words.ts';

const pictures = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

/** Language and theme, where no frame offers them yet. */
export function LookChoice() {
  const { start, language } = useWords();
  const { preferences, change } = usePreferences();
  const Picture = pictures[preferences.theme];
  const other = language === 'de' ? 'en' : 'de';
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        lang={other}
        onClick={() => change({ language: other })}
      >
        {other === 'en' ? 'English' : 'Deutsch'}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={start.theme} title={start.theme}>
            <Picture size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['auto', 'light', 'dark'] as const).map((theme) => (
            <Menu.Item
              key={theme}
              role="menuitemradio"
              aria-checked={preferences.theme === theme}
              onClick={() => change({ theme })}
            >
              {start.themes[theme]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
