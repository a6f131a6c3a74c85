// SPDX-License-Identifier: Apache-2.0
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

import { licences } from './licences';

// In development the page is served by Vite and asks a running `hearsay serve`, whose address HEARSAY_API names.
const api = process.env['HEARSAY_API'] ?? 'http://127.0.0.1:8747';
// The program takes what is written from its own page alone, so the page's address becomes the program's.
const proxy = { '/api': { target: api, changeOrigin: true, headers: { Origin: api } } };

export default defineConfig({
  plugins: [svelte(), licences()],
  server: { proxy },
  // The built page as the server gives it, its content security policy with it.
  preview: {
    proxy,
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  },
  build: {
    target: 'es2022',
    // Nothing may become a data: URL or an inline script: the server's content security policy would block it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  test: { include: ['src/**/*.test.ts'] },
});
