// SPDX-License-Identifier: Apache-2.0
// What a reader sets once: the language, the theme, the name to sign corrections with. Kept in localStorage; the language may stand in the address too, and then that counts.

export type Ui = 'en' | 'vi';
export type Theme = 'auto' | 'light' | 'dark';

export function kept(name: string): string | null {
  try {
    return localStorage.getItem('hearsay-' + name);
  } catch {
    return null; // Storage may be shut off; the page works without.
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem('hearsay-' + name, value);
  } catch {
    // See above.
  }
}

function first_ui(): Ui {
  const asked = new URLSearchParams(location.search).get('ui') ?? kept('ui') ?? navigator.language;
  return asked.startsWith('vi') ? 'vi' : 'en';
}

const kept_theme = kept('theme');

export const settings = $state<{ ui: Ui; theme: Theme; dark: boolean; name: string }>({
  ui: first_ui(),
  theme: kept_theme === 'light' || kept_theme === 'dark' ? kept_theme : 'auto',
  dark: false,
  name: kept('name') ?? '',
});

const system = matchMedia('(prefers-color-scheme: dark)');

function show_theme(): void {
  settings.dark = settings.theme === 'dark' || (settings.theme === 'auto' && system.matches);
  document.documentElement.dataset['theme'] = settings.dark ? 'dark' : 'light';
}

export function set_ui(ui: Ui): void {
  settings.ui = ui;
  document.documentElement.lang = ui;
  keep('ui', ui);
}

export function set_theme(theme: Theme): void {
  settings.theme = theme;
  keep('theme', theme);
  show_theme();
}

/** Sent with a correction and never else. */
export function set_name(name: string): void {
  settings.name = name;
  keep('name', name);
}

export function begin_settings(): void {
  document.documentElement.lang = settings.ui;
  if (new URLSearchParams(location.search).has('ui')) keep('ui', settings.ui);
  system.addEventListener('change', show_theme);
  show_theme();
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
